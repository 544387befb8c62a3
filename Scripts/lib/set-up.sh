# Everything a fresh Debian 12 with Swift needs, for the scripts that source this file.
#
#   set_up serve    serving: C libraries, converters for PDF and Word, fonts of the documents
#   set_up check    what serving needs, and the JavaScript type checker
#   set_up test     what serving needs, a browser, node and the tools that read documents back
#   set_up bench    what serving needs, a browser, and the references that figures are measured beside
#
# A second run finds everything in place: it asks no network and takes a fraction of a second.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
venv="$root/.venv"

# GRDB, HTTPServer and the rest find these by pkg-config. Noto has the scripts that Lato lacks, Arabic among them.
packages_serve=(
  ca-certificates git pkg-config
  libmicrohttpd-dev libsqlite3-dev libqrencode-dev libturbojpeg0-dev libsodium-dev libstemmer-dev zlib1g-dev
  python3 python3-venv
  fonts-lato fonts-quicksand fonts-noto-core fonts-noto-color-emoji
)
packages_check=(nodejs node-typescript)
packages_test=(chromium nodejs poppler-utils)
packages_bench=(chromium wrk nginx-light libnginx-mod-nchan gcc libc6-dev)

say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $*"
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# apt-get as root, asking nothing; what it says is shown only when it fails.
apt_get() {
  local log
  log=$(mktemp)
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1 || {
    cat "$log" >&2
    rm -f "$log"
    return 1
  }
  rm -f "$log"
}

# Prints the packages among the arguments that are not installed, one a line.
missing_packages() {
  local installed package
  # dpkg-query fails when it knows one of the names not at all; what it prints of the others still counts.
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
  done
}

install_packages() {
  command -v dpkg-query >/dev/null || die "these scripts set up Debian 12; elsewhere, install: $*"
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null \
    || die "there is no sudo here; as root, run: apt-get install --no-install-recommends ${missing[*]}"
  say "Installing Debian packages: ${missing[*]}"
  apt_get update || say "The package lists could not be renewed; going on with the ones at hand."
  apt_get install --no-install-recommends "${missing[@]}" \
    || die "Debian packages are missing; with a network, run this again, or: apt-get install ${missing[*]}"
  # A reference that is measured on a port of its own must not stay behind as a service on port 80.
  if [[ " ${missing[*]} " == *" nginx-light "* ]] && [ -d /run/systemd/system ]; then
    as_root systemctl disable --now nginx >&2
  fi
}

# Installs one list of pinned Python packages into the venv. The stamp is the list's own hash, written last.
install_python_packages() {
  local list="$root/Scripts/lib/python-$1.txt" stamp="$venv/installed-$1" wanted
  wanted=$(sha256sum <"$list")
  if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && "$venv/bin/python" -c '' 2>/dev/null; then
    return 0
  fi
  say "Installing Python packages ($1) into .venv"
  # Debian's own interpreter, so that the venv is the same wherever another python comes first on the PATH.
  [ -x "$venv/bin/pip" ] && "$venv/bin/python" -c '' 2>/dev/null || /usr/bin/python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -r "$list" >&2 \
    || die "Python packages are missing; with a network, run this script again"
  link_converters
  printf '%s\n' "$wanted" >"$stamp"
}

# Puts pandoc and typst-compile beside python in the venv, so that one folder on the PATH holds all converters.
link_converters() {
  local pandoc
  pandoc=$(cd "$venv" && echo lib/python3*/site-packages/pypandoc/files/pandoc)
  [ -x "$venv/$pandoc" ] || die "pypandoc-binary brought no pandoc"
  ln -sfn "../$pandoc" "$venv/bin/pandoc"
  cat >"$venv/bin/typst-compile" <<'WRAPPER'
#!/bin/sh
here=$(dirname "$0")
exec "$here/python" "$here/../../Scripts/lib/typst-compile" "$@"
WRAPPER
  chmod +x "$venv/bin/typst-compile"
}

require_swift() {
  command -v swift >/dev/null || die "Swift 6.3 or later is needed: https://www.swift.org/install/linux/"
}

set_up() {
  local level=$1
  local -n extra="packages_$level"
  require_swift
  case $level in
    serve) install_packages "${packages_serve[@]}" ;;
    *) install_packages "${packages_serve[@]}" "${extra[@]}" ;;
  esac
  install_python_packages serve
  case $level in test | bench) install_python_packages test ;; esac
  export PATH="$venv/bin:$PATH"
}

# What swift-format reads. Resources below Sources are not Swift and are passed over.
swift_sources=(Package.swift Sources Tests)

# SwiftPM copies a folder of resources anew when the folder changed, not when a file in it was edited in place.
freshen_resources() {
  find "$root/Sources" -path '*/Resources/*' -type d -exec touch {} +
}

# Builds werkdag. Packages that are resolved already are not looked up again, so no network is asked for.
build_product() {
  freshen_resources
  swift build --package-path "$root" --configuration "$1" --product werkdag >&2
}
