#pragma once

#include <vector>

#include "planning/procedure/margins.h"
#include "planning/procedure/route.h"

/// The rows of planning/procedure/README.md as data, by region. Read through routes() in route.h.
namespace planning::procedure::table {

std::vector<Route> lumbar();    ///< interlaminar, foraminal, caudal, facet
std::vector<Route> cervical();  ///< foraminal, facet, interlaminar, C1-C2
std::vector<Route> others();    ///< intradiscal, blood patch, general

// What several rows share.
Bilingual ctOrFluoroscopy();
needle::Needle needleOf(int gauge, double lengthMm);
std::vector<anatomy::Kind> softTissue();  ///< skin, fat, muscle, ligament (the yellow one too)

RequiredStructure dura();
RequiredStructure spinalCord();
RequiredStructure exitingRootOfLevel();
RequiredStructure traversingRoot();
RequiredStructure nerveRoot();
RequiredStructure secondCervicalRoot();
RequiredStructure radicularArtery();
RequiredStructure aorta();
RequiredStructure venaCava();
RequiredStructure vertebralArtery();
RequiredStructure carotid();
RequiredStructure jugular();

/// What a rule rests on that no paper gives; shown to the operator.
inline constexpr const char* kCentresPage = "French imaging centre's page on spinal infiltrations";
inline constexpr const char* kSiteDefault = "site default";
inline constexpr const char* kSafeguards = "site default, after the safeguards of 2015 (Rathmell)";

// Geometric rules that several rows share; ranges are ours, to be edited by a site.
GeometricRule comesFromBehind(double mostSidewaysDeg, double leastHeadwardDeg, double mostHeadwardDeg);
/// From the plan's side, so far round from straight behind.
GeometricRule comesFromTheSide(double leastSidewaysDeg, double mostSidewaysDeg, double mostHeadwardDeg);
GeometricRule betweenTheLaminae();
GeometricRule behindTheVertebralArtery();

/// Limits of every route: freehand tip errors, and where the margins come from; added behind `own`.
std::vector<SourcedLimit> withCommonLimits(std::vector<SourcedLimit> own);
SourcedLimit skinToEpiduralSpace();

}  // namespace planning::procedure::table
