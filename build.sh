#!/usr/bin/env bash
# Builds, serves, tests and measures Lossline. Without a command it says which
# there are. Needed: Go. What else a command needs it installs with apt-get where
# it may, or names.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'END'
usage: ./build.sh COMMAND

  build   write the static site to dist/; with SITE_URL=https://.../ its pages
          name their own address, for previews of links and oEmbed; with PLAIN=1
          by the Go that is there as it is, larger
  serve   build, then serve dist/ on this machine and print the address
          [-port N] [-base /sub/] [-dumb]
  test    check everything: format, vet, staticcheck, tests, site, browsers
  fuzz    run every fuzz target in turn, then load damaged links [-minutes N]
  vuln    look for known vulnerabilities, where their database can be reached
  bench   measure against others, as Markdown tables [-only SECTIONS]
  clean   remove dist/ and .cache/
END
}

# minimal leaves out the gonum/plot back ends that the site does not use.
readonly tags=minimal
readonly cache=.cache
readonly wasm=$cache/lossline.wasm
readonly engine=$cache/engine.wasm
readonly staticcheck_version=v0.8.2
readonly govulncheck_version=v1.9.0
readonly axe_version=4.14.1
readonly axe_sha512=1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# --- what is needed -----------------------------------------------------------

has() {
  local name
  for name in "$@"; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

has_chinese_font() { has fc-list && [[ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ]]; }

need_go() {
  has go || die "Go is missing: https://go.dev/dl has it, go.mod says which version."
}

# need_browsers has Chromium, Firefox, a Chinese font and npm installed.
need_browsers() {
  local missing=()
  has "${CHROME:-chromium}" chromium chromium-browser google-chrome google-chrome-stable || missing+=(chromium)
  has "${FIREFOX:-firefox-esr}" firefox-esr firefox || missing+=(firefox-esr)
  has_chinese_font || missing+=(fontconfig fonts-noto-cjk)
  has node || missing+=(nodejs)
  has npm || missing+=(npm)
  if ((${#missing[@]} > 0)); then apt_install "${missing[@]}"; fi
}

# need_python has Python, which runs the programs that the site exports.
need_python() { has python3 || apt_install python3; }

# apt_install gets Debian packages, as root or with a sudo that asks no questions.
apt_install() {
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then as_root=(sudo -n); fi
  if ! has apt-get || ! "${as_root[@]}" true 2>/dev/null; then
    die "Missing: $*. On Debian: sudo apt-get install $*"
  fi
  printf 'installing %s\n' "$*"
  "${as_root[@]}" apt-get update -qq </dev/null &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null ||
    die "Could not install $*. On Debian: sudo apt-get install $*"
}

# fetch_axe has the accessibility checker in the cache, the very bytes that were
# looked at when its version was chosen.
fetch_axe() {
  local folder=$cache/axe-core-$axe_version
  if [[ -f $folder/axe.min.js ]]; then return 0; fi
  local package=axe-core-$axe_version.tgz
  mkdir -p "$folder.new"
  (cd "$folder.new" && npm pack --silent "axe-core@$axe_version" </dev/null >/dev/null) ||
    die "npm could not fetch axe-core $axe_version."
  printf '%s  %s\n' "$axe_sha512" "$folder.new/$package" | sha512sum --check --quiet - ||
    die "axe-core $axe_version is not the file it was."
  tar -xzf "$folder.new/$package" -C "$folder.new" --strip-components=1 package/axe.min.js package/LICENSE
  rm "$folder.new/$package"
  mv "$folder.new" "$folder"
}

fetch_staticcheck() {
  local folder=$cache/staticcheck-$staticcheck_version
  if [[ -x $folder/staticcheck ]]; then return 0; fi
  GOBIN=$PWD/$folder go install "honnef.co/go/tools/cmd/staticcheck@$staticcheck_version"
}

fetch_govulncheck() {
  local folder=$cache/govulncheck-$govulncheck_version
  if [[ -x $folder/govulncheck ]]; then return 0; fi
  GOBIN=$PWD/$folder go install "golang.org/x/vuln/cmd/govulncheck@$govulncheck_version"
}

# --- commands -----------------------------------------------------------------

# write_overlay has go build take wasm/nethttp and the folders of wasm/standin for
# packages of the standard library, whose package comments say why.
write_overlay() {
  local root=$PWD/wasm package
  {
    printf '{"Replace": {\n'
    overlay net/http "$root/nethttp"
    for package in regexp internal/godebug crypto/{aes,cipher,md5,rand,sha1}; do
      printf ',\n'
      overlay "$package" "$root/standin/${package##*/}"
    done
    printf '\n}}\n'
  } >"$cache/overlay.json"
}

# overlay PACKAGE FOLDER prints what lays the one file of the folder over the
# package's file of that name, and nothing over its others.
overlay() {
  local file from name=${1##*/}.go
  from=$(go env GOROOT)/src/$1
  printf '"%s": "%s"' "$from/$name" "$2/$name"
  for file in "$from"/*.go; do
    if [[ $file != */$name && $file != *_test.go ]]; then printf ',\n"%s": ""' "$file"; fi
  done
}

# small_flags are for packages in which calls are not inlined: they are not where time
# goes, and inlining costs a tenth of the bytes that every reader fetches.
small_flags() {
  local package
  for package in lossline/app lossline/app/{export,job,mathml,page/...,scenario,share,text/...,ui,worker} \
    lossline/engine/{shape,transfer,unit} github.com/... golang.org/... \
    'encoding/...' 'regexp/...' 'net/...' 'crypto/...' fmt time; do
    printf -- '-gcflags=%s=-l\n' "$package"
  done
}

# binary FILE PACKAGE FLAGS builds what runs in the browser. There is no version
# control stamp: the same sources make the same bytes everywhere. With PLAIN=1 it is
# as Go makes it: no package of the standard library is replaced, all calls are inlined
# that can be, and nothing is repacked. It is larger, and shows what a new Go breaks.
binary() {
  if [[ ${PLAIN-} == 1 ]]; then
    GOOS=js GOARCH=wasm go build -tags "$tags" -trimpath -buildvcs=false -ldflags='-s -w' -o "$1" "$2"
    return
  fi
  GOOS=js GOARCH=wasm go build -overlay "$cache/overlay.json" "${@:3}" \
    -tags "$tags" -trimpath -buildvcs=false -ldflags='-s -w' -o "$1" "$2"
  go run ./wasm/slim "$1"
}

build() {
  need_go
  mkdir -p "$cache"
  write_overlay
  local small
  mapfile -t small < <(small_flags)
  binary "$wasm" ./wasm "${small[@]}"
  binary "$engine" ./wasm/engine "${small[@]}"
  go build -tags "$tags" -buildvcs=false -o "$cache/lossline" ./wasm
  "$cache/lossline" site -wasm "$wasm" -engine "$engine" -out dist ${SITE_URL:+-url "$SITE_URL"}
  printf 'dist/ has %d files, %d kB; the page'\''s binary is %d kB with gzip, the engine %d kB\n' \
    "$(find dist -type f | wc -l)" "$(($(du -sb dist | cut -f1) / 1000))" \
    "$(($(gzip -9 <"$wasm" | wc -c) / 1000))" "$(($(gzip -9 <"$engine" | wc -c) / 1000))"
}

serve() {
  build >&2
  exec "$cache/lossline" serve "$@" dist
}

bench() {
  need_go
  need_browsers
  build >&2
  go run -tags "$tags browser" ./wasm/bench "$@"
}

# vuln fails for a vulnerability that the program calls. Where the database cannot be
# reached it says so, and that nothing was looked for.
vuln() {
  need_go
  mkdir -p "$cache"
  if ! fetch_govulncheck; then
    printf 'govulncheck %s cannot be fetched: nothing was looked for.\n' "$govulncheck_version"
    return 0
  fi
  local run=$cache/govulncheck-$govulncheck_version/govulncheck said=$cache/govulncheck.txt target code
  for target in "$(go env GOOS)/$(go env GOARCH)" js/wasm; do
    code=0
    GOOS=${target%/*} GOARCH=${target#*/} "$run" -tags "$tags" ./... >"$said" 2>&1 || code=$?
    if ((code == 1)) && grep -q 'fetching vulnerabilities' "$said"; then
      printf 'The database of vulnerabilities, https://vuln.go.dev, cannot be reached: nothing was looked for.\n'
      return 0
    fi
    printf '%s: ' "$target"
    cat "$said"
    if ((code != 0)); then return "$code"; fi
  done
}

# fuzz gives each fuzz target an equal share of the minutes, and ends with the first
# that fails, whose input Go keeps under testdata.
fuzz() {
  need_go
  local minutes=30 target package name seconds
  case "${1-}" in
  '') ;;
  -minutes) minutes=${2-} ;;
  *) die "fuzz: unknown argument $1; [-minutes N]" ;;
  esac
  [[ $minutes =~ ^[1-9][0-9]{0,4}$ ]] || die "fuzz: -minutes $minutes is no number of minutes, such as 30"
  local targets=()
  mapfile -t targets < <(fuzz_targets)
  seconds=$((minutes * 60 / ${#targets[@]}))
  for target in "${targets[@]}"; do
    read -r package name <<<"$target"
    printf '\n== %s %s, %d s\n' "$package" "$name" "$seconds"
    # Go shortens each new input for up to a minute, in which nothing new is tried.
    go test -tags "$tags" -run '^$' -fuzz "^$name\$" -fuzztime "${seconds}s" -fuzzminimizetime 100x "$package"
  done
  printf '\n== damaged links: 3000 pages loaded, half of them in each browser\n'
  need_browsers
  build
  LOSSLINE_LOADS=1500 go test -tags "$tags browser" -timeout 6h -run '^TestMutatedLinks$' ./wasm/
}

# fuzz_targets prints a package and a target a line.
fuzz_targets() {
  local file name
  while IFS=: read -r file name; do
    name=${name#func }
    printf '%s %s\n' "./$(dirname "$file")" "${name%%(*}"
  done < <(grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*(' app engine wasm | sort)
}

clean() { rm -rf dist "$cache"; }

# --- test ---------------------------------------------------------------------

stage_name=
results=()

# stage runs a command under a heading. It must not be called where a failure is
# looked at, which would switch off set -e inside.
stage() {
  stage_name=$1
  local from=$SECONDS
  printf '\n== %s\n' "$stage_name"
  "${@:2}"
  printf '   %d s\n' $((SECONDS - from))
}

# closing prints the last line, whatever happened.
closing() {
  local code=$? passed=0 failed=0
  if ((${#results[@]} > 0)); then
    read -r passed failed < <(awk -v mode=count -f .ci/report.awk "${results[@]}")
  fi
  if ((code != 0)); then
    if ((failed == 0)); then failed=1; fi
    printf '\nStopped at: %s\n' "$stage_name"
  fi
  printf '\n%d passed, %d failed in %d s\n' "$passed" "$failed" "$SECONDS"
  exit "$code"
}

check_format() {
  local files
  files=$(gofmt -l app engine wasm web)
  if [[ -n $files ]]; then die "gofmt would change:"$'\n'"$files"; fi
}

check_vet() {
  go vet -tags "$tags browser" ./...
  GOOS=js GOARCH=wasm go vet -tags "$tags" ./...
}

check_static() {
  fetch_staticcheck
  local run=$cache/staticcheck-$staticcheck_version/staticcheck
  "$run" -tags "$tags,browser" ./...
  GOOS=js GOARCH=wasm "$run" -tags "$tags" ./...
}

# go_test NAME ARGUMENTS runs tests, shows what matters and keeps the rest in
# .cache/NAME.json, from which the last line is counted.
go_test() {
  local file=$cache/$1.json
  results+=("$file")
  go test -json -timeout 60m "${@:2}" >"$file" || true # the report fails if a test did
  awk -f .ci/report.awk "$file"
}

check_reproducible() {
  "$cache/lossline" site -wasm "$wasm" -engine "$engine" -out "$cache/again" ${SITE_URL:+-url "$SITE_URL"}
  diff -r dist "$cache/again"
  rm -r "$cache/again"
}

test_all() {
  need_go
  mkdir -p "$cache"
  trap closing EXIT
  stage 'gofmt' check_format
  stage 'go vet, native and WebAssembly' check_vet
  stage "staticcheck $staticcheck_version, native and WebAssembly" check_static
  stage 'Python is there' need_python
  stage 'go test' go_test native -tags "$tags" ./...
  stage 'build' build
  stage 'the same input gives the same bytes' check_reproducible
  stage 'browsers and axe-core are there' need_browsers
  stage "axe-core $axe_version" fetch_axe
  # One package at a time: two browsers on two cores only wait for each other.
  stage 'browser tests' go_test browser -p 1 -tags "$tags browser" ./wasm/...
  # The tag gives the site a third language, which the tests above do not expect.
  stage 'pages with longer words' go_test pseudo -tags "$tags browser pseudo" -run '^TestPseudo' ./wasm
}

case "${1-}" in
build) build ;;
serve) serve "${@:2}" ;;
test) test_all ;;
fuzz) fuzz "${@:2}" ;;
vuln) vuln ;;
bench) bench "${@:2}" ;;
clean) clean ;;
'' | help | -h | --help) usage ;;
*)
  usage >&2
  exit 2
  ;;
esac
