#!/bin/sh
# Makes an AppImage of what packaging/build.py has built. Not run here: appimagetool could not be had.
#     sh packaging/linux/appimage.sh dist/factbox dist
set -eu
built=$1 into=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$into/factbox.AppDir
rm -rf "$root"
mkdir -p "$root/usr/lib" "$root/usr/share/metainfo"
cp -a "$built" "$root/usr/lib/factbox"
cp "$here/factbox.desktop" "$root/factbox.desktop"
cp "$here/../../resources/icons/factbox.svg" "$root/factbox.svg"
cp "$here/io.github.factbox.metainfo.xml" "$root/usr/share/metainfo/"
ln -s usr/lib/factbox/factbox "$root/AppRun"
appimagetool "$root" "$into/factbox-$(uname -m).AppImage"
