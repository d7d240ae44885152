#!/usr/bin/env bash
# Renders and validates everything that has no engine here: the chart with each of its examples, compose, Dockerfiles.
# The results stay in build/infra, for the tests and for reading.
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
validate=$here/infra/validate/validate.sh
out=${1:-$here/build/infra}
mkdir -p "$out"
for values in "$here"/infra/chart/examples/*.yaml; do
  "$validate" chart "$here/infra/chart" "$values" "$out/chart-$(basename "$values")"
done
mkdir -p "$out/compose"
cp "$here/infra/compose/compose.yaml" "$out/compose/"
cp "$here/infra/compose/marketplace.env.example" "$out/compose/marketplace.env"
MARKETPLACE_IMAGE=registry.example.com/marketplace:1.4.0 "$validate" compose "$out/compose/compose.yaml" "$out/compose.json"
for file in "$here"/infra/container/Dockerfile "$here"/infra/backup/postgres.Dockerfile; do
  "$validate" dockerfile "$file"
done
