// The client, with the engine itself and with one that misbehaves. `bindings/test` runs it.
//
// Nothing here waits for a time to pass: a timeout is made by an engine that never answers.
package cailiang

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const short = 300 * time.Millisecond

func fake(arguments ...string) []string {
	return append([]string{os.Getenv("PYTHON"), "-S", os.Getenv("FAKE")}, arguments...)
}

func client(t *testing.T, options Options) *Client {
	client := New(options)
	t.Cleanup(client.Close)
	return client
}

// The lines of a log: the process id of each engine that was started, and `ended`.
func lines(t *testing.T, log string) []string {
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(text))
}

func starts(t *testing.T, log string) int {
	return len(lines(t, log)) - strings.Count(strings.Join(lines(t, log), " "), "ended")
}

func said(t *testing.T, engine *Client, request Request, want any) {
	t.Helper()
	answer, err := engine.Ask(request)
	if err != nil || !reflect.DeepEqual(answer["said"], want) {
		t.Fatalf("%v, %v; expected %v", answer, err, want)
	}
}

func fails(t *testing.T, err error, kind error) *Error {
	t.Helper()
	var failure *Error
	if !errors.Is(err, kind) || !errors.As(err, &failure) {
		t.Fatalf("%v, expected %v", err, kind)
	}
	return failure
}

// A case whose fine tells its value: ten to twenty times of it.
func valued(value int) Request {
	facts := map[string]any{"违法行为日": "2024-05-01", "货值金额": strconv.Itoa(value)}
	return Request{"ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "explanation": false, "facts": facts}
}

func fine(answer Answer) any {
	for _, target := range answer["targets"].([]any) {
		for _, each := range target.(map[string]any)["sanctions"].([]any) {
			if sanction := each.(map[string]any); sanction["id"] == "罚款" {
				return sanction["amount"].(map[string]any)["min"].(map[string]any)["value"]
			}
		}
	}
	return nil
}

func TestEightCallersShareAClientAndEachGetsItsOwnAnswers(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	// A command that adds its process id to the log and becomes the engine.
	command := []string{"sh", "-c", `echo $$ >> "$0"; exec "$@"`, log, os.Getenv("CAILIANG"), "serve", "--stdio"}
	engine := client(t, Options{Command: command, Workers: 2})
	done := make(chan struct{}, 480)
	var callers sync.WaitGroup
	for caller := 0; caller < 8; caller++ {
		callers.Add(1)
		go func(first int) {
			defer callers.Done()
			for value := first; value < first+60; value++ {
				answer, err := engine.Ask(valued(value))
				if err != nil || fine(answer) != strconv.Itoa(10*value) {
					t.Errorf("%d: %v, %v", value, answer, err)
				}
				done <- struct{}{}
			}
		}(10_000 + 1_000*caller)
	}
	for n := 0; n < 100; n++ {
		<-done
	}
	// One of the two dies in the middle: its request is asked once more.
	pid, _ := strconv.Atoi(lines(t, log)[0])
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	callers.Wait()
	if starts(t, log) < 3 {
		t.Error("it was not started again")
	}
}

func TestTheIDOfTheCallerComesBack(t *testing.T) {
	engine := client(t, Options{Command: []string{os.Getenv("CAILIANG"), "serve", "--stdio"}})
	for _, id := range []any{7, "甲"} {
		answer, err := engine.Ask(Request{"id": id, "name": "案\n一", "ruleset": "没有的规则", "offence": "x", "on": "2024-05-01"})
		// An error of the contract is an answer.
		if err != nil || answer["id"] != id || answer["name"] != "案\n一" || answer["code"] != "no-ruleset" {
			t.Fatal(answer, err)
		}
	}
	if answer, err := engine.Ask(Request{}); err != nil || answer["id"] != nil || answer["code"] != "missing-key" {
		t.Fatal(answer, err)
	}
}

func TestTextsCrossAsTheyAre(t *testing.T) {
	engine := client(t, Options{Command: fake()})
	for _, say := range []string{"第一行\n第二行\r\n\u2028𠮷 \"\\<&>", strings.Repeat("长", 100_000)} {
		said(t, engine, Request{"do": "echo", "say": say}, say)
	}
	if _, err := engine.Ask(Request{"say": func() {}}); err == nil {
		t.Fatal("a function was sent")
	}
}

func TestARequestThatGetsNoAnswerTimesOutAndTheNextIsAnswered(t *testing.T) {
	engine := client(t, Options{Command: fake()})
	_, err := engine.AskWithin(Request{"do": "sleep"}, short)
	fails(t, err, ErrTimedOut)
	said(t, engine, Request{"do": "echo", "say": "1"}, "1")
}

func TestARequestThatIsNotReadTimesOutToo(t *testing.T) {
	// More than a pipe holds, to a process that reads nothing; a shell in between holds the pipes as well.
	for _, command := range [][]string{{"sleep", "60"}, {"sh", "-c", "sleep 60; true"}} {
		engine := client(t, Options{Command: command})
		_, err := engine.AskWithin(Request{"say": strings.Repeat("x", 1_000_000)}, short)
		fails(t, err, ErrTimedOut)
	}
}

func TestARequestWhoseEngineEndsIsSentOnceMore(t *testing.T) {
	folder := t.TempDir()
	log := filepath.Join(folder, "log")
	engine := client(t, Options{Command: fake("--log", log)})
	said(t, engine, Request{"do": "exit once", "file": filepath.Join(folder, "once"), "say": "1"}, "1")
	if starts(t, log) != 2 {
		t.Fatal(lines(t, log))
	}
}

func TestARequestThatEndsEveryEngineIsAnErrorAndTheNextIsAnswered(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	engine := client(t, Options{Command: fake("--log", log)})
	said(t, engine, Request{"do": "echo", "say": "1"}, "1")
	_, err := engine.Ask(Request{"do": "exit"})
	failure := fails(t, err, ErrEnded)
	if !reflect.DeepEqual(failure.Stderr, []string{"it ends here"}) || !strings.Contains(failure.Error(), "exit status 9") {
		t.Fatal(failure)
	}
	said(t, engine, Request{"do": "echo", "say": "2"}, "2")
	if starts(t, log) != 3 {
		t.Fatal(lines(t, log))
	}
}

func TestWhatIsNoAnswerToTheRequestReachesNobody(t *testing.T) {
	engine := client(t, Options{Command: fake()})
	for _, told := range []string{"wrong id", "longer id", "no id", "no JSON", "no UTF-8", "half an answer"} {
		said(t, engine, Request{"do": "echo", "say": told}, told)
		_, err := engine.Ask(Request{"do": told})
		fails(t, err, ErrEnded)
	}
	// Of two answers to one request the second is nobody's, whether it comes with the first or after it.
	if _, err := engine.Ask(Request{"do": "two answers"}); err != nil {
		fails(t, err, ErrEnded)
	}
	said(t, engine, Request{"do": "echo", "say": "mine"}, "mine")
}

func TestAnEngineThatCannotBeStartedSaysWhy(t *testing.T) {
	_, err := client(t, Options{Command: []string{"./missing"}}).Ask(Request{"do": "echo"})
	fails(t, err, ErrNotStarted)
	_, err = client(t, Options{Command: fake("--dead")}).Ask(Request{"do": "echo"})
	failure := fails(t, err, ErrNotStarted)
	if len(failure.Stderr) != 20 || failure.Stderr[19] != "error 30: 没有规则" || !strings.Contains(failure.Message, "exit status 3") {
		t.Fatal(failure)
	}
}

func TestRestartsInARowAreLimited(t *testing.T) {
	for pause, want := range map[time.Duration]int{time.Hour: 3, time.Nanosecond: 10} {
		log := filepath.Join(t.TempDir(), fmt.Sprint(want))
		engine := client(t, Options{Command: fake("--dead", "--log", log), Restarts: 2, Pause: pause})
		for n := 0; n < 5; n++ {
			_, err := engine.Ask(Request{"do": "echo"})
			fails(t, err, ErrNotStarted)
		}
		if starts(t, log) != want {
			t.Fatal(lines(t, log))
		}
	}
}

func TestARequestOverTheLimitIsNotSent(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	engine := client(t, Options{Command: fake("--log", log)})
	most := MaxBytes - len(`{"do":"echo","id":1,"say":""}`)
	answer, err := engine.Ask(Request{"do": "echo", "say": strings.Repeat("x", most)})
	if err != nil || answer["length"] != json.Number(strconv.Itoa(MaxBytes+1)) {
		t.Fatal(answer["length"], err)
	}
	_, err = engine.Ask(Request{"do": "echo", "say": strings.Repeat("x", most+1)})
	fails(t, err, ErrTooLong)
	if starts(t, log) != 1 {
		t.Fatal(lines(t, log))
	}
}

func TestClosingWaitsForWhatIsAskedAndRefusesTheRest(t *testing.T) {
	folder := t.TempDir()
	log, file := filepath.Join(folder, "log"), filepath.Join(folder, "file")
	engine := New(Options{Command: fake("--log", log)})
	errs := make(chan error, 3)
	ask := func(request Request) {
		_, err := engine.Ask(request)
		errs <- err
	}
	go ask(Request{"do": "wait", "file": file})
	for _, err := os.Stat(file + ".asked"); err != nil; _, err = os.Stat(file + ".asked") {
		time.Sleep(10 * time.Millisecond)
	}
	go ask(Request{"do": "echo"})
	go func() {
		engine.Close()
		errs <- nil
	}()
	fails(t, <-errs, ErrClosed)
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if first, second := <-errs, <-errs; first != nil || second != nil {
		t.Fatal(first, second)
	}
	if found := lines(t, log); found[1] != "ended" {
		t.Fatal(found)
	}
	_, err := engine.Ask(Request{"do": "echo"})
	fails(t, err, ErrClosed)
	engine.Close()
}
