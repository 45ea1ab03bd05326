"""The language of the window: our own words, those of Qt, and how dates are written."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, QTranslator

from factbox.session.fonts import load_chinese
from factbox.session.settings import SYSTEM
from factbox.translation import asked_by_environment, speak

# Qt's words that we have installed, by their language: every widget hears of a change, which takes its time.
_INSTALLED: dict[str, QTranslator] = {}


def written_moment(when: float) -> str:
    """Write a moment, in seconds since 1970, as a date and a time of day."""
    moment = QLocale().toString(QDateTime.fromSecsSinceEpoch(round(when)), QLocale.FormatType.ShortFormat)
    return str(moment)


def speak_as(choice: str) -> str:
    """Speak the language of a setting from now on; give its key in `LANGUAGES`.

    Args:
        choice: A key of `LANGUAGES`, or `SYSTEM` for what the system asks for.
    """
    system = QLocale.system()
    language = speak([choice] if choice != SYSTEM else asked_by_environment() or system.uiLanguages())
    # Who reads the language of the system has its land too: its dates, for example.
    is_of_system = system.name().partition("_")[0] == language.partition("_")[0]
    QLocale.setDefault(system if is_of_system else QLocale(language))
    if QCoreApplication.instance() is not None and language not in _INSTALLED:
        for spoken in _INSTALLED.values():
            QCoreApplication.removeTranslator(spoken)
        _INSTALLED.clear()
        words = words_of_qt(language)
        if words is not None:
            QCoreApplication.installTranslator(words)
            _INSTALLED[language] = words
        if language == "zh_CN":
            load_chinese()
    return language


def words_of_qt(language: str) -> QTranslator | None:
    """Give Qt's own words in a language; None where there are none, as for English, which Qt speaks by itself."""
    words = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words if words.load(f"qtbase_{language}", folder) else None
