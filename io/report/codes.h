#pragma once

#include "planning/anatomy/structure.h"

namespace io::report {

/// A coded concept (io/report/README.md, "Codes"), with its one meaning.
struct CodedConcept {
  const char* value;
  const char* scheme;
  const char* meaning;

  planning::anatomy::Code code() const { return {value, scheme, meaning}; }
  bool is(const planning::anatomy::Code& other) const { return other.value == value && other.scheme == scheme; }
};

inline constexpr const char* kPrivateScheme = "99NEEDLEPLAN";
inline constexpr const char* kPrivateSchemeVersion = "1";

/// The concepts that items are named with, and values that stand alone (those of enumerations are in coded_values.h,
/// those that only a plain field has may stand in its row: plan_fields.cpp, record_fields.cpp). Writer, reader and
/// checker know no others. A value of 99NEEDLEPLAN is never re-used or re-worded.
struct Codes {
  // Document (TID 1500) and its observers (TID 1001)
  CodedConcept measurementReport{"126000", "DCM", "Imaging Measurement Report"};
  CodedConcept language{"121049", "DCM", "Language of Content Item and Descendants"};
  CodedConcept english{"en", "RFC5646", "English"};
  CodedConcept observerType{"121005", "DCM", "Observer Type"};
  CodedConcept person{"121006", "DCM", "Person"};
  CodedConcept device{"121007", "DCM", "Device"};
  CodedConcept personName{"121008", "DCM", "Person Observer Name"};
  CodedConcept organization{"121009", "DCM", "Person Observer's Organization Name"};
  CodedConcept deviceUid{"121012", "DCM", "Device Observer UID"};
  CodedConcept deviceName{"121013", "DCM", "Device Observer Name"};
  CodedConcept deviceManufacturer{"121014", "DCM", "Device Observer Manufacturer"};
  CodedConcept deviceModel{"121015", "DCM", "Device Observer Model Name"};
  CodedConcept deviceSerial{"121016", "DCM", "Device Observer Serial Number"};
  CodedConcept procedureReported{"121058", "DCM", "Procedure reported"};
  CodedConcept imagingProcedure{"363679005", "SCT", "Imaging procedure"};
  CodedConcept imageLibrary{"111028", "DCM", "Image Library"};
  CodedConcept imageLibraryGroup{"126200", "DCM", "Image Library Group"};
  CodedConcept modality{"121139", "DCM", "Modality"};
  CodedConcept frameOfReference{"112227", "DCM", "Frame of Reference UID"};
  CodedConcept studyUid{"110180", "DCM", "Study Instance UID"};
  CodedConcept seriesUid{"112002", "DCM", "Series Instance UID"};
  CodedConcept imagingMeasurements{"126010", "DCM", "Imaging Measurements"};
  CodedConcept qualitativeEvaluations{"C0034375", "UMLS", "Qualitative Evaluations"};

  // Groups (TID 1501, 1410)
  CodedConcept measurementGroup{"125007", "DCM", "Measurement Group"};
  CodedConcept trackingIdentifier{"112039", "DCM", "Tracking Identifier"};
  CodedConcept trackingUid{"112040", "DCM", "Tracking Unique Identifier"};
  CodedConcept finding{"121071", "DCM", "Finding"};
  CodedConcept findingSite{"363698007", "SCT", "Finding Site"};
  CodedConcept laterality{"272741003", "SCT", "Laterality"};
  CodedConcept algorithmName{"111001", "DCM", "Algorithm Name"};
  CodedConcept algorithmVersion{"111003", "DCM", "Algorithm Version"};
  CodedConcept algorithmParameters{"111002", "DCM", "Algorithm Parameters"};
  CodedConcept needle{"79068005", "SCT", "Needle"};
  CodedConcept pathLength{"121211", "DCM", "Path length"};
  CodedConcept path{"121055", "DCM", "Path"};
  CodedConcept diameter{"81827009", "SCT", "Diameter"};
  CodedConcept equivalentMeaning{"121050", "DCM", "Equivalent Meaning of Concept Name"};
  CodedConcept needleLength{"111467", "DCM", "Needle Length"};
  CodedConcept needleGauge{"111465", "DCM", "Needle Gauge"};
  CodedConcept positionerPrimary{"112011", "DCM", "Positioner Primary Angle"};
  CodedConcept positionerSecondary{"112012", "DCM", "Positioner Secondary Angle"};
  CodedConcept instrumentApproach{"111431", "DCM", "Instrument Approach"};
  CodedConcept timePoint{"C2348792", "UMLS", "Time Point"};
  CodedConcept distance{"121206", "DCM", "Distance"};
  CodedConcept derivation{"121401", "DCM", "Derivation"};
  CodedConcept minimum{"255605001", "SCT", "Minimum"};
  CodedConcept sourceOfMeasurement{"121112", "DCM", "Source of Measurement"};
  CodedConcept regionInSpace{"130488", "DCM", "Region in Space"};
  CodedConcept roiIdentifier{"130489", "DCM", "Referenced Region of Interest Identifier"};
  CodedConcept imageRegion{"111030", "DCM", "Image Region"};
  CodedConcept yes{"373066001", "SCT", "Yes"};
  CodedConcept no{"373067005", "SCT", "No"};
  CodedConcept undetermined{"373068000", "SCT", "Undetermined"};

  // Units
  CodedConcept millimeter{"mm", "UCUM", "millimeter"};
  CodedConcept degree{"deg", "UCUM", "deg"};
  CodedConcept gauge{"{gauge}", "UCUM", "gauge"};
  CodedConcept pixels{"{pixels}", "UCUM", "pixels"};
  CodedConcept noUnits{"1", "UCUM", "no units"};

  // 99NEEDLEPLAN: the needle
  CodedConcept entryPoint{"NP-001", kPrivateScheme, "Needle entry point"};
  CodedConcept targetPoint{"NP-002", kPrivateScheme, "Needle target point"};
  CodedConcept closestOnStructure{"NP-003", kPrivateScheme, "Closest point on structure"};
  CodedConcept closestOnNeedle{"NP-004", kPrivateScheme, "Closest point on needle"};
  CodedConcept reachedTip{"NP-006", kPrivateScheme, "Needle tip reached"};
  CodedConcept seenCourse{"NP-007", kPrivateScheme, "Needle course as seen"};
  CodedConcept gaugeNumber{"NP-101", kPrivateScheme, "Needle gauge number"};
  CodedConcept depth{"NP-102", kPrivateScheme, "Depth from skin to target along path"};
  CodedConcept outsideSkin{"NP-103", kPrivateScheme, "Needle length outside skin"};
  CodedConcept inPlaneAngle{"NP-110", kPrivateScheme, "Axial in-plane insertion angle"};
  CodedConcept cranioCaudalAngle{"NP-111", kPrivateScheme, "Craniocaudal insertion angle"};
  CodedConcept gantryTilt{"NP-113", kPrivateScheme, "Gantry tilt that holds needle in slice"};
  CodedConcept angleInTiltedSlice{"NP-114", kPrivateScheme, "Insertion angle in tilted slice"};
  CodedConcept tooShort{"NP-202", kPrivateScheme, "Needle too short"};
  CodedConcept trajectoryStatus{"NP-200", kPrivateScheme, "Trajectory status"};
  CodedConcept planned{"NP-215", kPrivateScheme, "Planned needle"};
  CodedConcept performed{"NP-216", kPrivateScheme, "Needle in place"};
  CodedConcept verdict{"NP-210", kPrivateScheme, "Trajectory verdict"};
  CodedConcept relatedTrajectory{"NP-220", kPrivateScheme, "Related trajectory"};

  // 99NEEDLEPLAN: a structure
  CodedConcept clearance{"NP-121", kPrivateScheme, "Clearance after needle radius and safety margin"};
  CodedConcept errorBound{"NP-122", kPrivateScheme, "Distance error bound"};
  CodedConcept margin{"NP-123", kPrivateScheme, "Safety margin for structure"};
  CodedConcept closestDepth{"NP-124", kPrivateScheme, "Depth of closest point along path"};
  CodedConcept breachProbability{"NP-125", kPrivateScheme, "Probability of breach"};
  CodedConcept radiusUncertainty{"NP-126", kPrivateScheme, "Traced tube radius uncertainty"};
  CodedConcept registrationResidual{"NP-127", kPrivateScheme, "Registration residual"};
  CodedConcept breachStandardError{"NP-128", kPrivateScheme, "Standard error of probability of breach"};
  CodedConcept unseenDistance{"NP-129", kPrivateScheme, "Distance to unseen part of structure"};
  CodedConcept unknownAcceptedBy{"NP-270", kPrivateScheme, "Unknown accepted by person"};
  CodedConcept relatedStructure{"NP-221", kPrivateScheme, "Related structure"};
  CodedConcept structureLabel{"NP-230", kPrivateScheme, "Structure label"};
  CodedConcept structureKind{"NP-231", kPrivateScheme, "Structure kind"};
  CodedConcept intersects{"NP-232", kPrivateScheme, "Trajectory intersects structure"};
  CodedConcept provenance{"NP-233", kPrivateScheme, "Structure provenance"};
  CodedConcept confirmed{"NP-234", kPrivateScheme, "Structure confirmed by person"};
  CodedConcept role{"NP-235", kPrivateScheme, "Structure role"};
  CodedConcept centreline{"NP-236", kPrivateScheme, "Traced tube centreline"};
  CodedConcept radii{"NP-237", kPrivateScheme, "Traced tube radii"};
  CodedConcept source{"NP-238", kPrivateScheme, "Structure source"};
  CodedConcept kindGuessed{"NP-239", kPrivateScheme, "Structure kind not chosen by person"};
  CodedConcept displayColour{"NP-260", kPrivateScheme, "Display colour"};

  // 99NEEDLEPLAN: a control
  CodedConcept tipDeviation{"NP-130", kPrivateScheme, "Needle tip deviation"};
  CodedConcept entryDeviation{"NP-131", kPrivateScheme, "Needle entry deviation"};
  CodedConcept angularDeviation{"NP-132", kPrivateScheme, "Needle angular deviation"};
  CodedConcept tipVector{"NP-133", kPrivateScheme, "Tip deviation vector"};
  CodedConcept lateralDeviation{"NP-134", kPrivateScheme, "Needle lateral deviation"};
  CodedConcept depthDeviation{"NP-135", kPrivateScheme, "Needle depth deviation"};
  CodedConcept tipBound{"NP-136", kPrivateScheme, "Needle tip error bound"};
  CodedConcept entryBound{"NP-137", kPrivateScheme, "Needle entry error bound"};
  CodedConcept directionBound{"NP-138", kPrivateScheme, "Needle direction error bound"};
  CodedConcept bend{"NP-139", kPrivateScheme, "Needle bend from straight line"};
  CodedConcept plannedTip{"NP-005", kPrivateScheme, "Planned needle tip position"};
  CodedConcept clicked{"NP-205", kPrivateScheme, "Needle shown by operator"};
  CodedConcept entrySeen{"NP-206", kPrivateScheme, "Needle entry seen in scan"};
  CodedConcept landmark{"NP-010", kPrivateScheme, "Registration landmark"};
  CodedConcept landmarkInControl{"NP-008", kPrivateScheme, "Landmark in control scan"};
  CodedConcept landmarkInPlan{"NP-009", kPrivateScheme, "Landmark in planned scan"};
  CodedConcept reviewedPlan{"NP-222", kPrivateScheme, "Plan reviewed"};
  CodedConcept registration{"NP-253", kPrivateScheme, "Registration of control scan"};
  CodedConcept contrastTest{"NP-254", kPrivateScheme, "Contrast test result"};

  // 99NEEDLEPLAN: fluoroscopy
  CodedConcept reprojectionResidual{"NP-140", kPrivateScheme, "Reprojection residual"};
  CodedConcept rayResidual{"NP-141", kPrivateScheme, "Ray intersection residual"};
  CodedConcept assumedMagnification{"NP-142", kPrivateScheme, "Assumed magnification"};
  CodedConcept projectedLength{"NP-146", kPrivateScheme, "Projected path length"};
  CodedConcept markedView{"NP-143", kPrivateScheme, "Fluoroscopy frame and its geometry"};
  CodedConcept nothingMoved{"NP-144", kPrivateScheme, "Nothing moved between views, operator's word"};
  CodedConcept viewSeries{"NP-145", kPrivateScheme, "Series of fluoroscopy frame"};

  // 99NEEDLEPLAN: the plan
  CodedConcept planLabel{"NP-240", kPrivateScheme, "Plan label"};
  CodedConcept intervention{"NP-241", kPrivateScheme, "Planned intervention"};
  CodedConcept planFinding{"NP-242", kPrivateScheme, "Finding (code and text)"};
  CodedConcept route{"NP-243", kPrivateScheme, "Route identifier"};
  CodedConcept level{"NP-244", kPrivateScheme, "Vertebral level as counted"};
  CodedConcept checkAnswer{"NP-245", kPrivateScheme, "Check answer with date and text"};
  CodedConcept side{"NP-246", kPrivateScheme, "Side as stated"};
  CodedConcept guidance{"413815006", "SCT", "Imaging guidance"};
  CodedConcept ready{"NP-203", kPrivateScheme, "Plan ready"};
  CodedConcept nearAccepted{"NP-204", kPrivateScheme, "Near structures accepted by operator"};
  CodedConcept unplacedNeedle{"NP-248", kPrivateScheme, "Needle without place"};
  CodedConcept evidenceSeries{"NP-249", kPrivateScheme, "Series of structures used"};
  CodedConcept seriesDescription{"NP-251", kPrivateScheme, "Series description"};
  CodedConcept patientPosition{"NP-252", kPrivateScheme, "Patient position"};
  CodedConcept nearBand{"NP-255", kPrivateScheme, "Width of near verdict in mm"};
  CodedConcept midline{"NP-256", kPrivateScheme, "Midline on spinous processes"};
  CodedConcept placementError{"NP-257", kPrivateScheme, "Placement error assumed"};
  CodedConcept countedVertebra{"NP-258", kPrivateScheme, "Vertebra as counted"};
  CodedConcept scanDigest{"NP-261", kPrivateScheme, "Digest of scan's picture"};
  CodedConcept seal{"NP-262", kPrivateScheme, "Digest of this report"};
  // 99NEEDLEPLAN: side and level, and who vouches for what was not measured
  CodedConcept reserveAccepted{"NP-207", kPrivateScheme, "Short reserve outside skin accepted by operator"};
  CodedConcept needleOwn{"NP-263", kPrivateScheme, "Route, level and side of needle"};
  CodedConcept measuredSite{"NP-264", kPrivateScheme, "Site as measured"};
  CodedConcept levelSeen{"NP-265", kPrivateScheme, "Level seen by person"};
  CodedConcept sideSeen{"NP-266", kPrivateScheme, "Side seen by person"};
  CodedConcept acceptedUnknown{"NP-267", kPrivateScheme, "Structure looked for and not visible"};
  CodedConcept siteCheck{"NP-268", kPrivateScheme, "Site check"};
  CodedConcept checkedSite{"NP-269", kPrivateScheme, "Needle in site check"};
  CodedConcept imported{"NP-280", kPrivateScheme, "Needle from another program"};
  CodedConcept structureSeen{"NP-298", kPrivateScheme, "Structure confirmed by person"};
  CodedConcept rulesAccepted{"NP-208", kPrivateScheme, "Departure from route rule accepted by operator"};
  CodedConcept procedureRecord{"121064", "DCM", "Current Procedure Descriptions"};
};
inline constexpr Codes kCodes;

}  // namespace io::report
