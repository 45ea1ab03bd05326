#!/bin/sh
# Makes a disk image of the bundle that packaging/build.py makes on macOS. Never run: there was no Mac.
#     sh packaging/macos/dmg.sh dist/factbox.app dist/factbox.dmg
set -eu
bundle=$1 image=$2
plist=$bundle/Contents/Info.plist
# What a double click on a document opens.
/usr/libexec/PlistBuddy -c 'Delete :CFBundleDocumentTypes' "$plist" 2>/dev/null || true
/usr/libexec/PlistBuddy -c 'Add :CFBundleDocumentTypes array' "$plist"
place=0
add() {
    entry=:CFBundleDocumentTypes:$place
    /usr/libexec/PlistBuddy -c "Add $entry dict" -c "Add $entry:CFBundleTypeName string $1" \
        -c "Add $entry:CFBundleTypeRole string $2" -c "Add $entry:LSHandlerRank string $3" \
        -c "Add $entry:CFBundleTypeExtensions array" "$plist"
    shift 3
    number=0
    for ending; do
        /usr/libexec/PlistBuddy -c "Add $entry:CFBundleTypeExtensions:$number string $ending" "$plist"
        number=$((number + 1))
    done
    place=$((place + 1))
}
add 'Fact Box document' Editor Owner factbox
add 'Document' Editor Alternate txt md docx odt html htm
add 'Document to read' Viewer Alternate rtf pdf
hdiutil create -volname 'Fact Box' -srcfolder "$bundle" -ov -format UDZO "$image"
