//go:build !js

package worker

import (
	"errors"
	"runtime"
)

func cores() int { return runtime.NumCPU() }

func (c *Client) opener() func(func(event)) (link, error) {
	return func(hear func(event)) (link, error) { return openLocal(hear, nil), nil }
}

// fetcher is not needed: natively the files are part of the program.
func fetcher() func(string, func(parcel, error)) {
	return func(id string, done func(parcel, error)) { done(nil, errors.New("no file of "+id)) }
}

func pack(text []byte) parcel { return text }

func packValue(any) parcel { return nil }

// remember is for browsers.
func remember(string, parcel) {}

// expose is for browsers.
func (c *Client) expose() {}

func unpack(p parcel) []byte { return p.([]byte) }

func packSamples(v []float64) parcel { return v }

func samplesOf(p parcel) []float64 {
	v, _ := p.([]float64)
	return v
}
