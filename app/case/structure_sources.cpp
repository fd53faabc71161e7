#include "app/case/structure_sources.h"

#include "app/case/plan_draft.h"

namespace app {

std::vector<planning::SeriesIdentity> StructureSources::citedBy(const Structures& structures) const {
  std::vector<planning::SeriesIdentity> cited;
  for (const auto& [uid, identity] : evidence)
    if (holdsObject(structures, uid)) cited.push_back(identity);
  return cited;
}

std::vector<planning::Finding> StructureSources::findingsOf(const Structures& structures) const {
  std::vector<planning::Finding> found;
  for (const auto& [source, finding] : findings)
    if (source.empty() || holdsObject(structures, source) || indexOf(structures, source)) found.push_back(finding);
  return found;
}

}  // namespace app
