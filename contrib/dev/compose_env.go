// What Compose reads in files for env_file: the truth that tests/configs/compose.jsonl records.
//
// Run it anew for another release, with a Go that compose-go takes, in a folder of its own that has
// this file:
//
//	go mod init answers && go get github.com/compose-spec/compose-go/v2
//	go build -o compose_env compose_env.go
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
)

// Answers are null for a file that is refused; Outside says that a variable of the environment, in
// which there is none, was looked up.
type question struct {
	Text    string            `json:"text"`
	Answers map[string]string `json:"answers"`
	Outside bool              `json:"outside"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			panic(err)
		}
		lookup := func(string) (string, bool) {
			q.Outside = true
			return "", false
		}
		if values, err := dotenv.ParseWithLookup(strings.NewReader(q.Text), lookup); err == nil {
			q.Answers = values
		}
		if err := out.Encode(q); err != nil {
			panic(err)
		}
	}
}
