#include "app/words.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>
#include <vector>

namespace app {
namespace {

QString language = QStringLiteral("en");

QString translated(const char* text) {
  return QCoreApplication::translate("Words", text);
}

}  // namespace

QString kindWord(planning::anatomy::Kind kind) {
  using planning::anatomy::Kind;
  switch (kind) {
    case Kind::Artery:
      return translated("artery");
    case Kind::Vein:
      return translated("vein");
    case Kind::Vessel:
      return translated("vessel");
    case Kind::Nerve:
      return translated("nerve");
    case Kind::Dura:
      return translated("dura");
    case Kind::Bone:
      return translated("bone");
    case Kind::Disc:
      return translated("disc");
    case Kind::Lung:
      return translated("lung");
    case Kind::Organ:
      return translated("organ");
    case Kind::Skin:
      return translated("skin");
    case Kind::Muscle:
      return translated("muscle");
    case Kind::Fat:
      return translated("fat");
    case Kind::Ligament:
      return translated("ligament");
    case Kind::Other:
      break;
  }
  return translated("other");
}

QString roleWord(planning::anatomy::Role role) {
  using planning::anatomy::Role;
  switch (role) {
    case Role::Avoid:
      return translated("avoid");
    case Role::Target:
      return translated("target");
    case Role::Crossable:
      break;
  }
  return translated("crossable");
}

QString sideWord(planning::anatomy::Side side) {
  using planning::anatomy::Side;
  switch (side) {
    case Side::Left:
      return translated("left");
    case Side::Right:
      return translated("right");
    case Side::Bilateral:
      return translated("both sides");
    case Side::None:
      break;
  }
  return translated("midline");
}

QString guidanceWord(const std::string& guidance) {
  if (guidance == "CT") return translated("CT");
  if (guidance == "fluoroscopy") return translated("fluoroscopy");
  return QString::fromStdString(guidance);
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
