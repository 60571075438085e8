// Package cailiang asks the engine: `cailiang serve --stdio` as supervised worker processes. Standard library only.
//
//	engine := cailiang.New(cailiang.Options{Workers: 2})
//	defer engine.Close()
//	answer, err := engine.Ask(cailiang.Request{"ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "facts": facts})
//
// Any number of goroutines may share one client; a worker answers one request at a time. Every request goes out under a
// number of its own as its id, and an answer is handed over only if it has that number; the id of the caller is put
// back.
//
// An answer of the kind error is an answer, and is returned. An *Error says that the engine timed out, ended, or could
// not be started. Requests change nothing, so a request whose worker ended is sent once more, to a new process; one
// that timed out is not.
package cailiang

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// MaxBytes is the longest request in bytes of UTF-8: 64 MiB.
const MaxBytes = 64 * 1024 * 1024

// How many of the last lines of stderr an error shows.
const stderrLines = 20

// Why there is no answer; errors.Is tells them apart.
var (
	// ErrTimedOut: the engine did not answer in time. Its process was killed; the next request gets a new one.
	ErrTimedOut = errors.New("timed out")
	// ErrEnded: the engine ended without an answer, twice, or wrote what is no answer to the request.
	ErrEnded = errors.New("ended")
	// ErrNotStarted: the engine cannot be started, or ends before its first answer, or did so too often in a row.
	ErrNotStarted = errors.New("not started")
	// ErrTooLong: the request is longer than 64 MiB; it was not sent.
	ErrTooLong = errors.New("too long")
	// ErrClosed: the client is closed.
	ErrClosed = errors.New("closed")
)

// Error says why there is no answer.
type Error struct {
	// Kind is one of the five above.
	Kind error
	// Message says it in words.
	Message string
	// Stderr has the last lines that the engine wrote there.
	Stderr []string
}

func (e *Error) Error() string { return strings.Join(append([]string{e.Message}, e.Stderr...), "\n") }
func (e *Error) Unwrap() error { return e.Kind }

// Request is a request of the contract. Decimals are best given as strings.
type Request map[string]any

// Answer is an answer of the contract; its numbers are json.Number.
type Answer map[string]any

// Options say how a client works; what is left out has the value in brackets.
type Options struct {
	// Command starts the engine, with its arguments [cailiang serve --stdio].
	Command []string
	// Workers is how many processes there are, each started when it is first needed [1].
	Workers int
	// Timeout is how long the engine may take over one request, starting included; waiting for a free worker does not
	// count [a minute].
	Timeout time.Duration
	// Restarts: when a worker ended more than so many times in a row without an answer [5] …
	Restarts int
	// Pause: … no process is started in its place for so long [ten seconds].
	Pause time.Duration
}

// Client is what asks.
type Client struct {
	options Options
	// Guards the next four.
	mutex   sync.Mutex
	changed *sync.Cond
	free    []*worker
	workers int
	number  int64
	closed  bool
}

// New makes a client; its processes are started when they are first needed.
func New(options Options) *Client {
	if len(options.Command) == 0 {
		options.Command = []string{"cailiang", "serve", "--stdio"}
	}
	if options.Workers < 1 {
		options.Workers = 1
	}
	if options.Timeout <= 0 {
		options.Timeout = time.Minute
	}
	if options.Restarts <= 0 {
		options.Restarts = 5
	}
	if options.Pause <= 0 {
		options.Pause = 10 * time.Second
	}
	client := &Client{options: options, workers: options.Workers}
	client.changed = sync.NewCond(&client.mutex)
	for n := 0; n < options.Workers; n++ {
		client.free = append(client.free, &worker{command: options.Command})
	}
	return client
}

// Ask gives the answer to one request.
func (c *Client) Ask(request Request) (Answer, error) { return c.AskWithin(request, c.options.Timeout) }

// AskWithin gives the answer to one request, with a timeout of its own.
func (c *Client) AskWithin(request Request, timeout time.Duration) (Answer, error) {
	if timeout <= 0 {
		return nil, errors.New("a timeout is above 0")
	}
	c.mutex.Lock()
	c.number++
	number := c.number
	c.mutex.Unlock()
	line, err := requestLine(request, number)
	if err != nil {
		return nil, err
	}
	w, err := c.take()
	if err != nil {
		return nil, err
	}
	answer, err := c.answer(w, line, number, timeout)
	c.give(w, err == nil)
	if err != nil {
		return nil, err
	}
	if id, given := request["id"]; given {
		answer["id"] = id
	} else {
		delete(answer, "id")
	}
	return answer, nil
}

// Close ends the workers, each after the request it is at. Callers that wait for one get ErrClosed.
func (c *Client) Close() {
	c.mutex.Lock()
	c.closed = true
	c.changed.Broadcast()
	for len(c.free) < c.workers {
		c.changed.Wait()
	}
	ending := c.free
	c.free, c.workers = nil, 0
	c.mutex.Unlock()
	for _, w := range ending {
		w.finish()
	}
}

func (c *Client) take() (*worker, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for !c.closed && len(c.free) == 0 {
		c.changed.Wait()
	}
	if c.closed {
		return nil, &Error{Kind: ErrClosed, Message: "the client is closed"}
	}
	last := len(c.free) - 1
	w := c.free[last]
	c.free = c.free[:last]
	return w, nil
}

func (c *Client) give(w *worker, answered bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	// The one that answered last is taken first: it is warm. One in trouble is taken last.
	if answered {
		c.free = append(c.free, w)
	} else {
		c.free = append([]*worker{w}, c.free...)
	}
	c.changed.Broadcast()
}

func (c *Client) answer(w *worker, line []byte, number int64, timeout time.Duration) (Answer, error) {
	started := false
	for again := false; ; again = true {
		if err := c.start(w); err != nil {
			return nil, err
		}
		answer, why := w.exchange(line, number, timeout)
		if why == "" {
			w.answered, w.failures = true, 0
			return answer, nil
		}
		started = started || w.answered
		late := why == tooLate
		if !late {
			w.failed()
		}
		if how := w.retire(why == hasEnded); why == hasEnded {
			why += how
		}
		switch {
		case late:
			return nil, w.fail(ErrTimedOut, fmt.Sprintf("the engine did not answer within %v", timeout))
		case again && started:
			return nil, w.fail(ErrEnded, why)
		case again:
			return nil, w.fail(ErrNotStarted, why)
		}
	}
}

func (c *Client) start(w *worker) error {
	if w.process != nil {
		return nil
	}
	if w.failures > c.options.Restarts && time.Since(w.failedAt) < c.options.Pause {
		times := fmt.Sprintf("the engine ended %d times in a row; it is not started again for now", w.failures)
		return w.fail(ErrNotStarted, times)
	}
	return w.start()
}

// A worker is a process and its pipes. It belongs to one goroutine at a time.
type worker struct {
	command  []string
	process  *exec.Cmd
	requests io.WriteCloser
	answers  *bufio.Reader
	output   io.Closer
	stderr   *tail
	// Whether this process has answered.
	answered bool
	// How often in a row a process of this worker ended without an answer, and when the last one did.
	failures int
	failedAt time.Time
}

const (
	hasEnded = "the engine ended"
	tooLate  = "too late"
)

func (w *worker) start() error {
	process := exec.Command(w.command[0], w.command[1:]...)
	w.answered, w.stderr = false, nil
	requests, err := process.StdinPipe()
	if err != nil {
		return w.unstarted(err)
	}
	output, err := process.StdoutPipe()
	if err != nil {
		return w.unstarted(err)
	}
	errput, err := process.StderrPipe()
	if err != nil {
		return w.unstarted(err)
	}
	if err := process.Start(); err != nil {
		return w.unstarted(err)
	}
	w.process, w.requests, w.output, w.answers = process, requests, output, bufio.NewReaderSize(output, 1<<16)
	w.stderr = follow(errput)
	return nil
}

func (w *worker) unstarted(err error) error {
	w.failed()
	return w.fail(ErrNotStarted, fmt.Sprintf("the engine cannot be started: %v", err))
}

// exchange gives the answer, or why there is none.
func (w *worker) exchange(line []byte, number int64, timeout time.Duration) (Answer, string) {
	process, requests, output := w.process, w.requests, w.output
	// Closed pipes end a write and a read that would wait forever, whoever else holds their other ends.
	timer := time.AfterFunc(timeout, func() {
		_ = process.Process.Kill()
		_ = requests.Close()
		_ = output.Close()
	})
	text, err := []byte(nil), error(nil)
	if _, err = requests.Write(line); err == nil {
		text, err = w.answers.ReadBytes('\n')
	}
	late := !timer.Stop()
	switch {
	case err != nil && late:
		return nil, tooLate
	case err != nil:
		return nil, hasEnded
	case !utf8.Valid(text) || w.answers.Buffered() > 0:
		return nil, "the engine wrote what is no answer"
	}
	answer := Answer{}
	reader := json.NewDecoder(bytes.NewReader(text))
	reader.UseNumber()
	if reader.Decode(&answer) != nil {
		return nil, "the engine wrote what is no JSON"
	}
	if answer["id"] != json.Number(fmt.Sprint(number)) {
		return nil, "the engine wrote what is no answer to the request"
	}
	if late {
		// The answer came while the process was being killed.
		w.retire(false)
	}
	return answer, ""
}

func (w *worker) failed() {
	w.failures++
	w.failedAt = time.Now()
}

func (w *worker) fail(kind error, message string) error {
	return &Error{Kind: kind, Message: message, Stderr: w.stderr.said()}
}

// retire ends the process at once, and says how it ended. One that ended by itself has a code to tell: its output is
// closed, so it comes soon.
func (w *worker) retire(ended bool) string {
	process := w.process
	w.process = nil
	if process == nil {
		return ""
	}
	if ended {
		w.stderr.wait(5 * time.Second)
	}
	_ = process.Process.Kill()
	w.stderr.wait(time.Second)
	_ = w.requests.Close()
	_ = process.Wait()
	return fmt.Sprintf(" with %v", process.ProcessState)
}

// finish ends the process the clean way: its input is closed. One that does not end then is killed.
func (w *worker) finish() {
	process := w.process
	w.process = nil
	if process == nil {
		return
	}
	_ = w.requests.Close()
	timer := time.AfterFunc(5*time.Second, func() {
		_ = process.Process.Kill()
		_ = w.output.Close()
	})
	_, _ = io.Copy(io.Discard, w.answers)
	w.stderr.wait(time.Second)
	_ = process.Wait()
	timer.Stop()
}

func requestLine(request Request, number int64) ([]byte, error) {
	sent := make(Request, len(request)+1)
	for key, value := range request {
		sent[key] = value
	}
	sent["id"] = number
	var line bytes.Buffer
	writer := json.NewEncoder(&line) // it ends with a line break, and has none inside
	writer.SetEscapeHTML(false)
	if err := writer.Encode(sent); err != nil {
		return nil, err
	}
	if line.Len()-1 > MaxBytes {
		message := fmt.Sprintf("the request has %d bytes; %d are the most", line.Len()-1, MaxBytes)
		return nil, &Error{Kind: ErrTooLong, Message: message}
	}
	return line.Bytes(), nil
}

// A tail keeps the last lines of what is read.
type tail struct {
	mutex sync.Mutex
	lines []string
	ended chan struct{}
}

func follow(pipe io.Reader) *tail {
	t := &tail{ended: make(chan struct{})}
	go func() {
		defer close(t.ended)
		reader := bufio.NewReader(pipe)
		for {
			line, err := reader.ReadString('\n')
			if line != "" {
				t.add(strings.TrimRight(line, "\r\n"))
			}
			if err != nil {
				return
			}
		}
	}()
	return t
}

func (t *tail) add(line string) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.lines = append(t.lines, line)
	if more := len(t.lines) - stderrLines; more > 0 {
		t.lines = append([]string(nil), t.lines[more:]...)
	}
}

func (t *tail) said() []string {
	if t == nil {
		return nil
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return append([]string(nil), t.lines...)
}

func (t *tail) wait(most time.Duration) {
	select {
	case <-t.ended:
	case <-time.After(most):
	}
}
