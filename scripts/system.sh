#!/usr/bin/env bash
# Installs what the tests need and pip can't give: Chromium and Chinese fonts for it (the page's tests), LibreOffice's
# spreadsheet without its windows (the workbook's), a Java runtime (the ontology's consistency), Node with two packages
# (independent readers of the exports). As root with apt-get it installs what is missing; otherwise it tells.
set -euo pipefail

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
  missing+=(chromium)
{ command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh)" ]; } || missing+=(fontconfig fonts-noto-cjk)
command -v soffice >/dev/null || command -v libreoffice >/dev/null || missing+=(libreoffice-calc-nogui)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v npm >/dev/null || missing+=(nodejs npm)

if [ ${#missing[@]} -eq 0 ]; then
  :
elif [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "Some tests need programs that are not here. Install: ${missing[*]}" >&2
fi

# The readers are pinned in tests/outside/package.json; they stand in out/, which nothing keeps.
if command -v npm >/dev/null && ! cmp -s tests/outside/package.json out/node/package.json; then
  rm -rf out/node && mkdir -p out/node && cp tests/outside/package.json out/node/
  npm install --prefix out/node --no-package-lock --no-audit --no-fund --silent || rm out/node/package.json
fi
