// Command validate renders and checks what only a container engine or a cluster could run.
//
//	validate chart FOLDER VALUES OUT     lint, render and decode strictly; the manifests go to OUT
//	validate compose FILE OUT            load as docker compose does (schema, interpolation, consistency); JSON to OUT
//	validate dockerfile FILE             parse as BuildKit does, with its own rules
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "validate:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	switch {
	case len(arguments) == 4 && arguments[0] == "chart":
		manifests, count, err := renderChart(arguments[1], arguments[2])
		if err != nil {
			return fmt.Errorf("%s: %w", arguments[2], err)
		}
		fmt.Printf("%s: %d objects\n", arguments[2], count)
		return writeManifests(arguments[3], manifests)
	case len(arguments) == 3 && arguments[0] == "compose":
		return checkCompose(arguments[1], arguments[2])
	case len(arguments) == 2 && arguments[0] == "dockerfile":
		return checkDockerfile(arguments[1])
	}
	return fmt.Errorf("say chart FOLDER VALUES OUT, compose FILE OUT or dockerfile FILE")
}
