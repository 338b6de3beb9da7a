//go:build !js

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// serve runs a static file server for a built site on the loopback interface
// until the process is interrupted. It prints one line, the site's address.
//
//	serve [-port n] [-base /repo/] [-dumb] [folder]
//
// The folder is dist unless named.
func serve(args []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	port := flags.Int("port", 0, "`port` on 127.0.0.1; 0 takes a free one")
	var o hostOptions
	flags.StringVar(&o.base, "base", "/", "`path` under which the site stands, as on a project page")
	flags.BoolVar(&o.dumb, "dumb", false, "behave as the plainest of static hosts")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	if flags.NArg() > 1 {
		return fmt.Errorf("serve: one folder at a time, but %q", flags.Args())
	}
	folder := "dist"
	if flags.NArg() == 1 {
		folder = flags.Arg(0)
	}
	root, err := os.OpenRoot(folder) // links inside the folder cannot lead out of it
	if err != nil {
		return fmt.Errorf("serve: %w; ./build.sh build writes the site", err)
	}
	defer root.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return listenAndServe(ctx, os.Stdout, *port, newHost(root.FS(), o), o.prefix())
}

// listenAndServe answers on 127.0.0.1 until ctx is done, after it has written
// the address to w.
func listenAndServe(ctx context.Context, w io.Writer, port int, h http.Handler, prefix string) error {
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	fmt.Fprintf(w, "Lossline at http://%s%s\n", l.Addr(), prefix)
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}
