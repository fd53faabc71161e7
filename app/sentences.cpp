#include "app/sentences.h"

namespace app {

QString sentence(const planning::Error& error) {
  return QString::fromStdString(error.code + ": " + error.subject + " " + error.detail);
}

QString sentence(const planning::Finding& finding) {
  return QString::fromStdString(englishSentence(finding));
}

std::string englishSentence(const planning::Finding& finding) {
  std::string text = finding.code;
  for (const auto& argument : finding.arguments) text += " " + argument;
  return text;
}

}  // namespace app
