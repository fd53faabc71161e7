#include "app/text/sentences.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "app/text/sentence_table.h"
#include "app/text/words.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/routes.h"

namespace app {
namespace {

/// In the language of the window, or in English whatever it speaks.
struct Language {
  QString (*text)(const char* english);
  QString (*name)(const planning::procedure::Bilingual& both);
};

const Language kWindow{[](const char* english) { return QCoreApplication::translate("Sentences", english); },
                       [](const planning::procedure::Bilingual& both) { return inLanguage(both); }};
const Language kEnglish{
    [](const char* english) { return QString::fromUtf8(english); },
    [](const planning::procedure::Bilingual& both) { return QString::fromStdString(both.english); }};

const SentenceRow* find(const std::vector<SentenceRow>& rows, const std::string& code) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const SentenceRow& row) { return row.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

QString positionIn(const Language& language, const std::string& position) {
  if (position == "prone") return language.text(QT_TRANSLATE_NOOP("Sentences", "prone"));
  if (position == "supine") return language.text(QT_TRANSLATE_NOOP("Sentences", "supine"));
  if (position == "decubitus") return language.text(QT_TRANSLATE_NOOP("Sentences", "on the side"));
  return QString::fromStdString(position);
}

/// Words of a site's findings; an empty one: of no counted vertebra.
constexpr std::pair<const char*, const char*> kSiteWords[] = {
    {"left", QT_TRANSLATE_NOOP("Sentences", "left")},
    {"right", QT_TRANSLATE_NOOP("Sentences", "right")},
    {"bilateral", QT_TRANSLATE_NOOP("Sentences", "both")},
    {"none", QT_TRANSLATE_NOOP("Sentences", "none")},
    {"midline", QT_TRANSLATE_NOOP("Sentences", "the midline")},
    {"canal", QT_TRANSLATE_NOOP("Sentences", "the canal's middle")},
    {"bodies", QT_TRANSLATE_NOOP("Sentences", "the vertebral bodies' middle")},
    {"body", QT_TRANSLATE_NOOP("Sentences", "the body's middle")},
    {"patient", QT_TRANSLATE_NOOP("Sentences", "patient")},
    {"needles", QT_TRANSLATE_NOOP("Sentences", "number of needles")},
    {"route", QT_TRANSLATE_NOOP("Sentences", "route")},
    {"level", QT_TRANSLATE_NOOP("Sentences", "level")},
    {"side", QT_TRANSLATE_NOOP("Sentences", "side")},
    {"entry", QT_TRANSLATE_NOOP("Sentences", "entry")},
    {"target", QT_TRANSLATE_NOOP("Sentences", "target")},
    {"", QT_TRANSLATE_NOOP("Sentences", "outside the counted vertebrae")},
};

QString siteWordIn(const Language& language, const std::string& value) {
  for (const auto& [word, text] : kSiteWords)
    if (value == word) return language.text(text);
  return QString::fromStdString(value);
}

QString argumentIn(const Language& language, const SentenceRow& row, int index, const std::string& value) {
  if (index < row.from) return QString::fromStdString(value);
  if (row.meaning == Meaning::Site) return siteWordIn(language, value);
  if (row.meaning == Meaning::Position) return positionIn(language, value);
  if (row.meaning == Meaning::Required) return language.name(planning::procedure::routesInUse().requiredName(value));
  if (row.meaning == Meaning::Rule) return language.name(planning::procedure::routesInUse().ruleText(value));
  if (row.meaning == Meaning::Refusal) {
    const SentenceRow* refusal = find(errorSentences(), value);
    return refusal ? language.text(refusal->text) : QString::fromStdString(value);
  }
  const auto* check = row.meaning == Meaning::Check ? planning::procedure::findCheck(value) : nullptr;
  return check ? language.name(check->question) : QString::fromStdString(value);
}

/// Fills %1 to %9 at once, so that an argument that holds "%2" stays as it is. A value that is not there leaves
/// nothing.
QString filled(const QString& text, const QStringList& values) {
  QString sentence;
  for (int i = 0; i < text.size(); ++i) {
    const int number = i + 1 < text.size() && text[i] == u'%' ? text[i + 1].digitValue() : 0;
    if (number < 1) {
      sentence += text[i];
    } else {
      sentence += values.value(number - 1);
      ++i;
    }
  }
  return sentence.trimmed();
}

QString sentenceIn(const Language& language, const planning::Finding& finding) {
  const SentenceRow* row = find(findingSentences(), finding.code);
  if (!row) return QString::fromStdString(finding.text.empty() ? finding.code : finding.text);
  QStringList values;
  for (std::size_t i = 0; i < finding.arguments.size(); ++i)
    values << argumentIn(language, *row, static_cast<int>(i), finding.arguments[i]);
  return filled(language.text(row->text), values);
}

/// A series that cannot be opened says why by another error, "code: detail".
planning::Error innermost(const planning::Error& error) {
  if (error.code != "not-loadable") return error;
  const std::size_t colon = std::min(error.detail.find(':'), error.detail.size());
  const std::string code = error.detail.substr(0, colon);
  if (!find(errorSentences(), code)) return error;
  const std::size_t rest = std::min(colon + 2, error.detail.size());
  return {code, error.subject, error.detail.substr(rest)};
}

constexpr int kLongest = 400;  ///< characters of one thing that is named in a message

QString shortened(const QString& text) {
  return text.size() > kLongest ? text.first(kLongest - 1) + u'\u2026' : text;
}

/// What an error says was found, in a message that can be read.
QString foundIn(const Language& language, const std::string& detail) {
  const QStringList all = QString::fromStdString(detail).split(u'\n');
  QStringList named;
  for (const QString& one : all.mid(0, kMostListed)) named += shortened(one);
  const QString list = named.join(QStringLiteral(", "));
  if (all.size() <= kMostListed) return list;
  return list + u' ' + language.text(QT_TRANSLATE_NOOP("Sentences", "and %1 more")).arg(all.size() - kMostListed);
}

}  // namespace

const std::vector<SentenceRow>& errorSentences() {
  static const std::vector<SentenceRow> rows = [] {
    auto all = readingErrors();
    const auto work = workErrors();
    all.insert(all.end(), work.begin(), work.end());
    return all;
  }();
  return rows;
}

QString sentence(const planning::Error& refused) {
  const planning::Error error = innermost(refused);
  const SentenceRow* row = find(errorSentences(), error.code);
  const QString text = row ? kWindow.text(row->text) : QString::fromStdString(error.code);
  const QString subject = shortened(QString::fromStdString(error.subject));
  const QString detail = foundIn(kWindow, error.detail);
  QString line = filled(text, {subject, detail});
  if (!subject.isEmpty() && !text.contains(QStringLiteral("%1"))) line = subject + QStringLiteral(": ") + line;
  if (!detail.isEmpty() && !text.contains(QStringLiteral("%2"))) line += QStringLiteral(" (") + detail + u')';
  return line;
}

QString sentence(const planning::Finding& finding) {
  return sentenceIn(kWindow, finding);
}

std::string englishSentence(const planning::Finding& finding) {
  return sentenceIn(kEnglish, finding).toStdString();
}

}  // namespace app
