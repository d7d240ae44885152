package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

// checkCompose loads the file as "docker compose config" does, with every profile, and writes what it became.
func checkCompose(file, out string) error {
	options, err := cli.NewProjectOptions(
		[]string{file}, cli.WithOsEnv, cli.WithProfiles([]string{"*"}), cli.WithName("marketplace"),
	)
	if err != nil {
		return err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return err
	}
	text, err := project.MarshalJSON()
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d services\n", file, len(project.AllServices()))
	return os.WriteFile(out, text, 0o644)
}
