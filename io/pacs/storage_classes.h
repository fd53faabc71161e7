#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace io::pacs {

/// Transfer syntaxes that everybody must know (PS3.5 10.1), and the explicit one that is wanted first.
const std::vector<std::string>& plainSyntaxes();
/// Compressed ones that can be read here. To be proposed in a context each: an archive takes one a context.
const std::vector<std::string>& compressedSyntaxes();

/// SOP classes that are asked for where an archive does not say the classes of its objects.
const std::vector<std::string>& usualClasses();

/// The SOP classes of these objects (SOP Instance UID and class); where an archive did not say a class, also the usual
/// ones.
std::set<std::string> classesOf(const std::map<std::string, std::string>& objects);

}  // namespace io::pacs
