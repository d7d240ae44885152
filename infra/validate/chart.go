package main

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"helm.sh/helm/v3/pkg/lint"
	"helm.sh/helm/v3/pkg/lint/support"
)

const namespace = "marketplace"

// renderChart lints the chart with one set of values and returns its manifests as helm template would print them:
// values are checked against values.schema.json first, every object is decoded strictly afterwards.
func renderChart(folder, valuesFile string) (string, int, error) {
	values, err := chartutil.ReadValuesFile(valuesFile)
	if err != nil {
		return "", 0, err
	}
	if err := lintChart(folder, values); err != nil {
		return "", 0, err
	}
	chart, err := loader.Load(folder)
	if err != nil {
		return "", 0, err
	}
	release := chartutil.ReleaseOptions{Name: "marketplace", Namespace: namespace, Revision: 1, IsInstall: true}
	rendered, err := chartutil.ToRenderValues(chart, values, release, chartutil.DefaultCapabilities)
	if err != nil {
		return "", 0, err
	}
	engine := engine.Engine{Strict: true}
	files, err := engine.Render(chart, rendered)
	if err != nil {
		return "", 0, err
	}
	return decodeAll(files)
}

func lintChart(folder string, values map[string]any) error {
	result := lint.All(folder, values, namespace, true)
	var complaints []string
	for _, message := range result.Messages {
		if message.Severity >= support.WarningSev {
			complaints = append(complaints, message.Error())
		}
	}
	if len(complaints) > 0 {
		return fmt.Errorf("lint: %s", strings.Join(complaints, "; "))
	}
	return nil
}

func decodeAll(files map[string]string) (string, int, error) {
	names := make([]string, 0, len(files))
	for name := range files {
		if !strings.HasPrefix(lastPart(name), "_") && strings.HasSuffix(name, ".yaml") {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	var all strings.Builder
	count := 0
	for _, name := range names {
		for _, document := range strings.Split(files[name], "\n---") {
			if strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(document), "---")) == "" {
				continue
			}
			if err := decodeStrictly(document); err != nil {
				return "", 0, fmt.Errorf("%s: %w", name, err)
			}
			count++
			fmt.Fprintf(&all, "---\n# Source: %s\n%s\n", name, strings.TrimPrefix(strings.TrimSpace(document), "---"))
		}
	}
	return all.String(), count, nil
}

func lastPart(path string) string {
	return path[strings.LastIndex(path, "/")+1:]
}

func writeManifests(path, manifests string) error {
	return os.WriteFile(path, []byte(manifests), 0o644)
}
