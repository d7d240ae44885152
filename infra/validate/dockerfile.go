package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

// checkDockerfile parses the file with BuildKit's own parser and its rules about instructions; a warning is a failure.
func checkDockerfile(file string) error {
	reader, err := os.Open(file)
	if err != nil {
		return err
	}
	defer reader.Close()
	tree, err := parser.Parse(reader)
	if err != nil {
		return err
	}
	var complaints []string
	for _, warning := range tree.Warnings {
		complaints = append(complaints, warning.Short)
	}
	rules := linter.New(&linter.Config{
		Warn: func(name, _, _, message string, _ []parser.Range) { complaints = append(complaints, name+": "+message) },
	})
	stages, _, err := instructions.Parse(tree.AST, rules)
	if err != nil {
		return err
	}
	if len(complaints) > 0 {
		return fmt.Errorf("%s: %s", file, strings.Join(complaints, "; "))
	}
	fmt.Printf("%s: %d stages\n", file, len(stages))
	return nil
}
