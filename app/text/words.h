#pragma once

#include <QString>

#include "planning/anatomy/structure.h"
#include "planning/procedure/route.h"

namespace app {

// The procedure's terms in the language of the window.

QString kindWord(planning::anatomy::Kind kind);
QString roleWord(planning::anatomy::Role role);
QString sideWord(planning::anatomy::Side side);
/// "Nerve root L4 left": a root that the program names, so that those of both sides are told apart by their names
/// alone.
QString rootName(const std::string& vertebra, planning::anatomy::Side side);
/// Where a structure came from, in short: "found by the program", "SEG, edited by hand". The whole source names the
/// object too.
QString sourceWord(const planning::anatomy::Origin& source);
QString guidanceWord(const std::string& guidance);
/// How a person saw a level or a side: "fluoroscopy", "images".
QString seenHowWord(const std::string& how);
/// The half of a bilingual text that the window speaks.
QString inLanguage(const planning::procedure::Bilingual& text);

/// "fr" when the window speaks French, else "en".
const char* windowLanguage();
/// Installs the translators of a language ("en", "fr") and of Qt's own dialogs; removes those of the one before.
void speak(const QString& language);

}  // namespace app
