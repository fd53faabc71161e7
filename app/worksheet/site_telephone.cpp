#include "app/worksheet/site_telephone.h"

#include "app/work/site_routes.h"
#include "io/files/text_file.h"

namespace app::worksheet {
namespace {

constexpr std::uintmax_t kLargestBytes = 4096;
constexpr int kLongest = 80;

}  // namespace

std::string siteTelephoneFile() {
  return siteFile("telephone.txt");
}

QString siteTelephone() {
  const auto text = io::readText(siteTelephoneFile(), kLargestBytes);
  return text ? QString::fromStdString(*text).section(QLatin1Char('\n'), 0, 0).trimmed().left(kLongest) : QString();
}

}  // namespace app::worksheet
