#include "app/text/words.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>
#include <vector>

namespace app {
namespace {

using planning::anatomy::Origin;

QString language = QStringLiteral("en");

QString translated(const char* text) {
  return QCoreApplication::translate("Words", text);
}

/// Of what came from elsewhere, the first word.
QString unedited(const Origin& source) {
  switch (source.kind) {
    case Origin::Kind::Segmentation:
      return QStringLiteral("SEG");
    case Origin::Kind::RtStruct:
      return QStringLiteral("RTSTRUCT");
    case Origin::Kind::LabelMap:
      return translated(QT_TRANSLATE_NOOP("Words", "label map"));
    case Origin::Kind::Traced:
      return translated(QT_TRANSLATE_NOOP("Words", "traced by hand"));
    case Origin::Kind::Found:
      return translated(QT_TRANSLATE_NOOP("Words", "found by the program"));
    case Origin::Kind::Painted:
      return translated(QT_TRANSLATE_NOOP("Words", "painted by hand"));
    case Origin::Kind::Expected:
      return translated(QT_TRANSLATE_NOOP("Words", "expected"));
    case Origin::Kind::Other:
      break;
  }
  return QString::fromStdString(source.name.substr(0, source.name.find(' ')));
}

}  // namespace

QString kindWord(planning::anatomy::Kind kind) {
  using planning::anatomy::Kind;
  switch (kind) {
    case Kind::Artery:
      return translated(QT_TRANSLATE_NOOP("Words", "artery"));
    case Kind::Vein:
      return translated(QT_TRANSLATE_NOOP("Words", "vein"));
    case Kind::Vessel:
      return translated(QT_TRANSLATE_NOOP("Words", "vessel"));
    case Kind::Nerve:
      return translated(QT_TRANSLATE_NOOP("Words", "nerve"));
    case Kind::Dura:
      return translated(QT_TRANSLATE_NOOP("Words", "dura"));
    case Kind::Bone:
      return translated(QT_TRANSLATE_NOOP("Words", "bone"));
    case Kind::Disc:
      return translated(QT_TRANSLATE_NOOP("Words", "disc"));
    case Kind::Lung:
      return translated(QT_TRANSLATE_NOOP("Words", "lung"));
    case Kind::Organ:
      return translated(QT_TRANSLATE_NOOP("Words", "organ"));
    case Kind::Skin:
      return translated(QT_TRANSLATE_NOOP("Words", "skin"));
    case Kind::Muscle:
      return translated(QT_TRANSLATE_NOOP("Words", "muscle"));
    case Kind::Fat:
      return translated(QT_TRANSLATE_NOOP("Words", "fat"));
    case Kind::Ligament:
      return translated(QT_TRANSLATE_NOOP("Words", "ligament"));
    case Kind::Other:
      break;
  }
  return translated(QT_TRANSLATE_NOOP("Words", "other"));
}

QString roleWord(planning::anatomy::Role role) {
  using planning::anatomy::Role;
  switch (role) {
    case Role::Avoid:
      return translated(QT_TRANSLATE_NOOP("Words", "avoid"));
    case Role::Target:
      return translated(QT_TRANSLATE_NOOP("Words", "target"));
    case Role::Crossable:
      break;
  }
  return translated(QT_TRANSLATE_NOOP("Words", "crossable"));
}

QString sideWord(planning::anatomy::Side side) {
  using planning::anatomy::Side;
  switch (side) {
    case Side::Left:
      return translated(QT_TRANSLATE_NOOP("Words", "left"));
    case Side::Right:
      return translated(QT_TRANSLATE_NOOP("Words", "right"));
    case Side::Bilateral:
      return translated(QT_TRANSLATE_NOOP("Words", "both sides"));
    case Side::None:
      break;
  }
  return translated(QT_TRANSLATE_NOOP("Words", "midline"));
}

QString rootName(const std::string& vertebra, planning::anatomy::Side side) {
  using planning::anatomy::Side;
  const QString named = side == Side::Left    ? translated(QT_TRANSLATE_NOOP("Words", "Nerve root %1 left"))
                        : side == Side::Right ? translated(QT_TRANSLATE_NOOP("Words", "Nerve root %1 right"))
                                              : translated(QT_TRANSLATE_NOOP("Words", "Nerve root %1"));
  return named.arg(QString::fromStdString(vertebra));
}

QString guidanceWord(const std::string& guidance) {
  if (guidance == "CT") return translated(QT_TRANSLATE_NOOP("Words", "CT"));
  if (guidance == "fluoroscopy") return translated(QT_TRANSLATE_NOOP("Words", "fluoroscopy"));
  return QString::fromStdString(guidance);
}

QString seenHowWord(const std::string& how) {
  if (how == "images") return translated(QT_TRANSLATE_NOOP("Words", "images"));
  return guidanceWord(how);
}

QString sourceWord(const Origin& source) {
  const QString word = unedited(source);
  return source.edited ? translated(QT_TRANSLATE_NOOP("Words", "%1, edited by hand")).arg(word) : word;
}

QString inLanguage(const planning::procedure::Bilingual& text) {
  return QString::fromStdString(language == "fr" ? text.french : text.english);
}

const char* windowLanguage() {
  return language == "fr" ? "fr" : "en";
}

void speak(const QString& wanted) {
  static std::vector<std::unique_ptr<QTranslator>> installed;
  for (const auto& translator : installed) QCoreApplication::removeTranslator(translator.get());
  installed.clear();
  language = wanted == "fr" ? QStringLiteral("fr") : QStringLiteral("en");
  const auto install = [](const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder)) return;
    QCoreApplication::installTranslator(translator.get());
    installed.push_back(std::move(translator));
  };
  install("needleplan_" + language, ":/i18n");
  install("qtbase_" + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}  // namespace app
