#!/bin/sh
# Runs, tests or builds Fact Box from a checkout. First it sets up what is missing: Python, the system
# libraries that Qt links to, and .venv beside pyproject.toml. It needs nothing but a POSIX shell.
set -eu

say() { printf '%s\n' "$*" >&2; }

give_up() {
    for line in "$@"; do say "$line"; done
    exit 2
}

usage() {
    give_up 'Usage: sh packaging/dev.sh run [FILE | measure [--json] FILE...]' \
        '       sh packaging/dev.sh test [PYTEST ARGUMENTS]' \
        '       sh packaging/dev.sh build [--into FOLDER]'
}

case $0 in */*) root=${0%/*}/.. ;; *) root=.. ;; esac
root=$(CDPATH='' cd -P -- "$root" && pwd)
venv=$root/.venv

# What Qt links to. For each library: when it is needed, its file, and the package that has it for
# apt-get, dnf, pacman and zypper. What these packages bring along themselves is not listed.
libraries='
always  libGL.so.1            libgl1              libglvnd-glx      libglvnd         libglvnd
always  libEGL.so.1           libegl1             libglvnd-egl      libglvnd         libglvnd
always  libxkbcommon.so.0     libxkbcommon0       libxkbcommon      libxkbcommon     libxkbcommon0
always  libgthread-2.0.so.0   libglib2.0-0        glib2             glib2            libgthread-2_0-0
always  libfontconfig.so.1    libfontconfig1      fontconfig        fontconfig       fontconfig
always  libdbus-1.so.3        libdbus-1-3         dbus-libs         dbus             libdbus-1-3
x11     libxkbcommon-x11.so.0 libxkbcommon-x11-0  libxkbcommon-x11  libxkbcommon-x11 libxkbcommon-x11-0
x11     libxcb-cursor.so.0    libxcb-cursor0      xcb-util-cursor   xcb-util-cursor  libxcb-cursor0
x11     libxcb-icccm.so.4     libxcb-icccm4       xcb-util-wm       xcb-util-wm      libxcb-icccm4
x11     libxcb-keysyms.so.1   libxcb-keysyms1     xcb-util-keysyms  xcb-util-keysyms libxcb-keysyms1
x11     libxcb-shape.so.0     libxcb-shape0       libxcb            libxcb           libxcb-shape0
wayland libwayland-client.so.0 libwayland-client0 libwayland-client wayland          libwayland-client0
wayland libwayland-cursor.so.0 libwayland-cursor0 libwayland-cursor wayland          libwayland-cursor0
wayland libwayland-egl.so.1   libwayland-egl1     libwayland-egl    wayland          libwayland-egl1
'

# Print what kinds of Qt's libraries a command needs.
kinds_needed() {
    [ "$(uname -s)" != Darwin ] || return 0 # Qt brings its own
    case $1:${2-} in
        test:* | build:*) printf 'always' && return ;; # the tests draw into memory
        run:measure | run:-*) return ;;      # the command line never loads Qt
    esac
    if [ -n "${WAYLAND_DISPLAY-}" ]; then
        printf 'always wayland'
    elif [ -n "${DISPLAY-}" ]; then
        printf 'always x11'
    elif [ -n "${QT_QPA_PLATFORM-}" ]; then
        printf 'always'
    fi # without a display the program turns to its command line
}

# Print the packages of the missing libraries of the given kinds.
missing_libraries() {
    # A plain Debian user has no /sbin in PATH; where there is no ldconfig at all, Qt will speak for itself.
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    while read -r kind file apt dnf pacman zypper; do
        case " $* " in *" $kind "*) ;; *) continue ;; esac
        case $known in *"$file "*) continue ;; esac
        case $manager in
            apt-get) package=$apt ;;
            dnf) package=$dnf ;;
            pacman) package=$pacman ;;
            zypper) package=$zypper ;;
            *) package=$file ;;
        esac
        printf ' %s' "$package"
    done <<END
$libraries
END
}

# Set `python` to a Python that can make .venv.
find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        # Debian keeps ensurepip in a package of its own.
        "$python" -c 'import sys, venv, ensurepip
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null && return
    done
    return 1
}

# Print the package that holds such a Python.
python_package() {
    case $manager in
        apt-get)
            if [ -x /usr/bin/python3 ]; then
                /usr/bin/python3 -c 'import sys; print("python3.%d-venv" % max(11, sys.version_info[1]))'
            else
                printf 'python3-venv'
            fi
            ;;
        dnf) printf 'python3.12' ;;
        pacman) printf 'python' ;;
        zypper) printf 'python313' ;;
        brew) printf 'python@3.13' ;;
    esac
}

# Run apt-get where that takes no password.
apt_get() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >/dev/null
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >/dev/null
    fi
}

install_packages() {
    [ "$manager" = apt-get ] || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || return 1
    say "Installing system packages: $*"
    # The package lists may be absent or old: fetch them only then.
    if apt_get install --simulate "$@" 2>/dev/null && apt_get install --no-install-recommends "$@"; then
        return
    fi
    apt_get update && apt_get install --no-install-recommends "$@"
}

ask_for_packages() {
    case $manager in
        apt-get) line="sudo apt-get update && sudo apt-get install --no-install-recommends $*" ;;
        dnf) line="sudo dnf install $*" ;;
        pacman) line="sudo pacman -S --needed $*" ;;
        zypper) line="sudo zypper install $*" ;;
        brew) line="brew install $*" ;;
        *) give_up "Fact Box needs Python 3.11 to 3.14 and the libraries of Qt. Missing here: ${*:-Python}" ;;
    esac
    give_up 'Fact Box needs something that this system lacks. Run this line, then the same command again:' \
        "    $line"
}

# A .venv whose Python is gone, of another version now, or without pip, is of no use.
venv_works() {
    "$venv/bin/python" -c 'import pip, sys
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

provide_system() {
    manager=
    for name in apt-get dnf pacman zypper brew; do
        if command -v "$name" >/dev/null; then manager=$name && break; fi
    done
    # What PyInstaller looks into libraries with is in a package of the same name everywhere.
    tools=
    if [ "$1" = build ] && [ "$(uname -s)" = Linux ] && ! command -v objdump >/dev/null; then tools=binutils; fi
    # shellcheck disable=SC2046,SC2086 # lists of words
    set -- $tools $(missing_libraries $(kinds_needed "$@"))
    venv_works || find_python || set -- "$(python_package)" "$@"
    [ $# != 0 ] || return 0
    install_packages "$@" || ask_for_packages "$@"
    venv_works || find_python || give_up \
        'The packages of this system hold no Python from 3.11 to 3.14.' \
        'Install one from https://www.python.org/downloads/, then run the same command again.'
}

# Set up .venv for `run`, `test` or `build`, once for each state of pyproject.toml.
provide_venv() {
    state="$(cksum <"$root/pyproject.toml") $root"
    if venv_works; then
        for stamp in "$venv/ready-to-$1" "$venv/ready-to-test"; do
            # What builds is in none of the others.
            [ "$1" != build ] || [ "$stamp" = "$venv/ready-to-build" ] || continue
            if [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then return; fi
            # The commands in a .venv that was moved or copied still name its old place.
            case $(cat "$stamp" 2>/dev/null) in '' | *" $root") ;; *) moved=yes ;; esac
        done
    else
        moved=yes
    fi
    if [ -n "${moved-}" ]; then
        say 'Making .venv'
        find_python
        rm -rf "$venv"
        "$python" -m venv "$venv"
    fi
    say 'Installing what Fact Box needs into .venv: about 100 MB to fetch the first time'
    extra=
    [ "$1" = run ] || extra="[$1]"
    (cd "$root" && "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e ".$extra")
    printf '%s\n' "$state" >"$venv/ready-to-$1"
}

# Run one tool of .venv; whatever it finds, the next one runs too.
check() {
    say "== $*"
    words=$*
    tool=$venv/bin/$1
    shift
    "$tool" "$@" || failed="${failed:+$failed, }$words"
}

[ $# != 0 ] || usage
case $1 in run | test | build) ;; *) usage ;; esac
provide_system "$@"
provide_venv "$1"
command=$1
shift
if [ "$command" = run ]; then
    exec "$venv/bin/python" -P -m factbox "$@"
fi
cd "$root"
if [ "$command" = build ]; then
    exec "$venv/bin/python" -P packaging/build.py "$@"
fi
export QT_QPA_PLATFORM=offscreen
if [ $# != 0 ]; then
    exec "$venv/bin/pytest" "$@"
fi
failed=
check ruff format --check
check ruff check
check mypy
check lint-imports
check pytest
if [ -n "$failed" ]; then
    say "Not passed: $failed"
    exit 1
fi
