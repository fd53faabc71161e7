#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/report/codes.h"
#include "planning/anatomy/structure.h"
#include "planning/needle/clearance.h"

namespace io::report {

/// Every code that this program writes by itself, values of enumerations included.
const std::vector<CodedConcept>& allCodes();
/// The meaning of one of them; null for a foreign one.
const char* meaningOf(const planning::anatomy::Code& code);

// Values of enumerations: what is written for them, and back. Absent: no code for it, or not such a code.
planning::anatomy::Code codeOf(planning::anatomy::Kind);
planning::anatomy::Code codeOf(planning::anatomy::Role);
planning::anatomy::Code codeOf(planning::needle::Verdict);
std::optional<planning::anatomy::Code> codeOf(planning::anatomy::Side);
std::optional<planning::anatomy::Kind> kindOf(const planning::anatomy::Code&);
std::optional<planning::anatomy::Role> roleOf(const planning::anatomy::Code&);
std::optional<planning::needle::Verdict> verdictOf(const planning::anatomy::Code&);
std::optional<planning::anatomy::Side> sideOf(const planning::anatomy::Code&);

/// NP-431 onward: readers' short form of NP-238.
planning::anatomy::Code provenanceOf(const planning::anatomy::Origin&);
planning::anatomy::Code provenanceOf(const planning::needle::RowSource&);
/// What a structure is where no code of its own is known; a disc by the level that its name states.
planning::anatomy::Code anatomyOf(planning::anatomy::Kind, const std::string& name);
/// Where a needle goes, from the level as counted ("L5", "L4-L5"), or else from the route's region; on an intradiscal
/// route the disc.
planning::anatomy::Code siteOf(const std::string& level, const std::string& routeId);
/// The same as versions before wrote it, which knew no discs but the levels of the lumbar ones.
planning::anatomy::Code olderSiteOf(const std::string& level, const std::string& routeId);
/// (111431,DCM,"Instrument Approach") of a route, NP-301 onward.
planning::anatomy::Code approachOf(const std::string& routeId);
/// CID 33; another modality is its own code in DCM.
planning::anatomy::Code modalityCode(const std::string& modality);
/// A check as the question that is asked (planning/procedure/README.md, "Checks"); absent: none.
std::optional<planning::anatomy::Code> checkConcept(const std::string& checkId);
/// What versions before wrote instead, which says something else; absent: the same.
std::optional<planning::anatomy::Code> olderCheckConcept(const std::string& checkId);
/// Yes, no or undetermined; absent for what is none of them. A date says that it was done.
std::optional<planning::anatomy::Code> answerCode(const std::string& answer);

}  // namespace io::report
