#!/usr/bin/env bash
# Builds the image of the native executable in target, and prints its size beside its base's: as it lies on a disk, and as it is pulled.
#   deploy/bench/image.sh [base]
# With docker or podman, whichever works; the base is the one of src/main/docker/Dockerfile.native unless another is given.
set -euo pipefail
cd "$(dirname "$0")/../.."
file=src/main/docker/Dockerfile.native
base=${1:-$(sed -n 's/^ARG BASE=//p' $file)}
tool=docker
docker info >/dev/null 2>&1 || tool=podman

$tool build -q --build-arg BASE="$base" -f $file -t aws-masker:measured . >/dev/null
echo '| image | on disk, MB | pulled, MB |'
echo '| --- | --- | --- |'
for image in "$base" aws-masker:measured; do
  awk -v image="$image" -v disk="$($tool image inspect -f '{{.Size}}' "$image")" -v pulled="$($tool save "$image" | gzip | wc -c)" \
    'BEGIN { printf "| %s | %.1f | %.1f |\n", image, disk / 1e6, pulled / 1e6 }'
done
