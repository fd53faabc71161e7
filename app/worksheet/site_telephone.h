#pragma once

#include <QString>

#include <string>

namespace app::worksheet {

/// Where a site puts the number that patients call: needleplan/telephone.txt in the user's configuration folder
/// ($XDG_CONFIG_HOME, else ~/.config), beside its routes.
std::string siteTelephoneFile();

/// The file's first line as it stands there, at most 80 characters; empty where there is none.
QString siteTelephone();

}  // namespace app::worksheet
