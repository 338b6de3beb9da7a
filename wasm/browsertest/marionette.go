//go:build browser

package browsertest

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// marionette is a client of Firefox's remote protocol: WebDriver commands as
// JSON arrays over TCP, each preceded by its length in bytes and a colon.
//
//	→ [0, id, command, parameters]
//	← [1, id, error, result]
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	id   int
}

// dialMarionette connects to a Firefox and reads its greeting.
func dialMarionette(ctx context.Context, port string) (*marionette, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return nil, err
	}
	m := &marionette{conn: conn, in: bufio.NewReader(conn)}
	m.limit(ctx)
	greeting, err := m.receive()
	if err != nil {
		conn.Close()
		return nil, err
	}
	var hello struct {
		Protocol int `json:"marionetteProtocol"`
	}
	if err := json.Unmarshal(greeting, &hello); err != nil || hello.Protocol != 3 {
		conn.Close()
		return nil, fmt.Errorf("marionette: greeting %s, want protocol 3", greeting)
	}
	return m, nil
}

// limit ends what follows when ctx does.
func (m *marionette) limit(ctx context.Context) {
	end, _ := ctx.Deadline() // none: the zero time, which is no limit
	m.conn.SetDeadline(end)
}

// receive reads one message.
func (m *marionette) receive() ([]byte, error) {
	head, err := m.in.ReadString(':')
	if err != nil {
		return nil, fmt.Errorf("marionette: %w", err)
	}
	n, err := strconv.Atoi(strings.TrimSuffix(head, ":"))
	if err != nil || n < 0 {
		return nil, fmt.Errorf("marionette: length %q", head)
	}
	body := make([]byte, n)
	_, err = io.ReadFull(m.in, body)
	return body, err
}

// remoteError is what Firefox answers when it cannot do what it is told.
type remoteError struct {
	Code    string `json:"error"`
	Message string `json:"message"`
}

func (e *remoteError) Error() string { return e.Code + ": " + e.Message }

// call sends a command and decodes what its answer has as value into result,
// unless that is nil.
func (m *marionette) call(ctx context.Context, command string, parameters, result any) error {
	m.limit(ctx)
	m.id++
	if parameters == nil {
		parameters = struct{}{}
	}
	body, err := json.Marshal([]any{0, m.id, command, parameters})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(body), body); err != nil {
		return err
	}
	answer, err := m.receive()
	if err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	var kind, id int
	var failure *remoteError
	var value json.RawMessage
	if err := json.Unmarshal(answer, &[]any{&kind, &id, &failure, &value}); err != nil {
		return fmt.Errorf("%s: answer %.200s: %w", command, answer, err)
	}
	switch {
	case kind != 1 || id != m.id:
		return fmt.Errorf("%s: answer %.200s does not belong to it", command, answer)
	case failure != nil:
		return fmt.Errorf("%s: %w", command, failure)
	case result == nil:
		return nil
	}
	// Commands that return one thing wrap it, those that return several do not.
	var wrapped struct{ Value json.RawMessage }
	if json.Unmarshal(value, &wrapped) == nil && wrapped.Value != nil {
		value = wrapped.Value
	}
	return json.Unmarshal(value, result)
}

// quit ends the browser, politely.
func (m *marionette) quit() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	m.call(ctx, "Marionette:Quit", map[string]any{"flags": []string{"eForceQuit"}}, nil)
	m.conn.Close()
}
