#include "app/commands/console.h"

#include <QJsonDocument>
#include <cerrno>
#include <cstdio>
#include <iostream>
#include <system_error>

#include "app/commands/exit_codes.h"
#include "app/text/sentences.h"
#include "io/files/growing_folder.h"

namespace app::commands {
void printJson(const QJsonObject& json) {
  std::cout << QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString() << std::flush;
}

bool outputArrived() {
  errno = 0;
  std::cout.flush();
  const bool flushed = std::fflush(stdout) == 0;
  if (flushed && std::cout.good() && std::ferror(stdout) == 0) return true;
  printRefusal({"output-lost", {}, errno != 0 ? std::generic_category().message(errno) : std::string()});
  return false;
}

int printRefusal(const planning::Error& error) {
  auto line = sentence(error).toStdString();
  for (auto& character : line)
    if (character == '\n' || character == '\r') character = ' ';
  std::cerr << "needleplan: " << line << std::endl;
  return kRefused;
}

std::vector<std::filesystem::path> removeLeftBehind(const std::string& place) {
  auto left = io::removeUnfinished(place);
  for (const auto& folder : left)
    std::cerr << "needleplan: removed " << folder.string() << ", which an earlier run that was killed had left\n";
  return left;
}

}  // namespace app::commands
