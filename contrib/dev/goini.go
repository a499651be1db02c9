// What the package go-ini/ini reads in files: the truth that tests/configs/go-ini.jsonl records.
//
// Run it anew for another release of the package, in Debian with golang-go and
// golang-gopkg-ini.v1-dev (they are too large for each run of the tests):
//
//	python contrib/dev/goini.py |
//	    GO111MODULE=off GOPATH=/usr/share/gocode go run contrib/dev/goini.go \
//	    > tests/configs/go-ini.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	ini "gopkg.in/ini.v1"
)

type question struct {
	Text      string      `json:"text"`
	Continued bool        `json:"continued"`
	Keys      [][2]string `json:"keys"`
	Answers   []*string   `json:"answers"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			panic(err)
		}
		file, err := ini.LoadSources(ini.LoadOptions{IgnoreContinuation: !q.Continued}, []byte(q.Text))
		if err == nil {
			q.Answers = []*string{}
			for _, key := range q.Keys {
				var answer *string
				if found, err := file.Section(key[0]).GetKey(key[1]); err == nil {
					value := found.String()
					answer = &value
				}
				q.Answers = append(q.Answers, answer)
			}
		}
		answered, _ := json.Marshal(q)
		fmt.Println(string(answered))
	}
}
