#include "io/dicom/frames.h"

#include "io/dicom/functional_groups.h"

namespace io::dicom {

namespace {

constexpr Tag kPosition = makeTag(0x0020, 0x0032);
constexpr Tag kOrientation = makeTag(0x0020, 0x0037);
constexpr Tag kPixelSpacing = makeTag(0x0028, 0x0030);
constexpr Tag kThickness = makeTag(0x0018, 0x0050);
constexpr Tag kIntercept = makeTag(0x0028, 0x1052);
constexpr Tag kSlope = makeTag(0x0028, 0x1053);
constexpr Tag kRescaleType = makeTag(0x0028, 0x1054);
constexpr Tag kPlanePosition = makeTag(0x0020, 0x9113);
constexpr Tag kPlaneOrientation = makeTag(0x0020, 0x9116);
constexpr Tag kPixelMeasures = makeTag(0x0028, 0x9110);
constexpr Tag kValueTransformation = makeTag(0x0028, 0x9145);
constexpr Tag kFrameContent = makeTag(0x0020, 0x9111);
constexpr Tag kCtFrameType = makeTag(0x0018, 0x9329);
constexpr Tag kCtReconstruction = makeTag(0x0018, 0x9314);
constexpr Tag kFrameType = makeTag(0x0008, 0x9007);

std::string thirdValue(const std::vector<std::string>& values) {
  return values.size() > 2 ? values[2] : std::string();
}

Plane readPlane(const Attributes& from) {
  Plane plane;
  plane.position = from.point(kPosition);
  plane.orientation = from.decimals(kOrientation, 6);
  plane.spacing = from.decimals(kPixelSpacing, 2);
  plane.thicknessMm = from.decimal(kThickness);
  plane.locationMm = from.decimal(makeTag(0x0020, 0x1041));
  plane.slope = from.decimal(kSlope);
  plane.intercept = from.decimal(kIntercept);
  plane.rescaleType = from.code(kRescaleType);
  plane.imageType = thirdValue(from.codes(makeTag(0x0008, 0x0008)));
  plane.phase = from.code(makeTag(0x0020, 0x0100));
  return plane;
}

void readContent(const Attributes& content, Plane& plane) {
  plane.stack = content.code(makeTag(0x0020, 0x9056));
  plane.phase = content.code(makeTag(0x0020, 0x9128));
  plane.cardiacPhase = content.code(makeTag(0x0020, 0x9241));
  plane.acquisition = content.code(makeTag(0x0020, 0x9156));
}

Plane readFrame(const FunctionalGroups& groups) {
  Plane plane;
  if (const auto position = groups.macro(kPlanePosition)) plane.position = position->point(kPosition);
  if (const auto orientation = groups.macro(kPlaneOrientation))
    plane.orientation = orientation->decimals(kOrientation, 6);
  if (const auto measures = groups.macro(kPixelMeasures)) {
    plane.spacing = measures->decimals(kPixelSpacing, 2);
    plane.thicknessMm = measures->decimal(kThickness);
  }
  if (const auto values = groups.macro(kValueTransformation)) {
    plane.slope = values->decimal(kSlope);
    plane.intercept = values->decimal(kIntercept);
    plane.rescaleType = values->code(kRescaleType);
  }
  if (const auto type = groups.macro(kCtFrameType)) plane.imageType = thirdValue(type->codes(kFrameType));
  if (const auto content = groups.macro(kFrameContent)) readContent(*content, plane);
  if (const auto how = groups.macro(kCtReconstruction)) plane.kernel = how->code(makeTag(0x0018, 0x1210));
  return plane;
}

}  // namespace

void readPlanes(const Attributes& dataSet, Instance& instance) {
  const bool isCt = kindOf(instance.identity) == ObjectKind::Ct;
  if (isCt && (instance.frames == 1 || dataSet.items(kPerFrameGroups) == 0)) {
    instance.planes.push_back(readPlane(dataSet));  // of several frames only the first has a place
    return;
  }
  const auto frames = dataSet.items(kPerFrameGroups);
  if (frames != static_cast<unsigned long>(std::max(instance.frames, 0))) {
    auto& fault = dataSet.faults().first;
    if (!fault)
      fault = planning::Error{
          "bad-value", dataSet.faults().file + " " + tagText(kPerFrameGroups),
          std::to_string(frames) + " frame descriptions for " + std::to_string(instance.frames) + " frames"};
    return;
  }
  DcmItem* shared = dataSet.item(kSharedGroups);
  for (unsigned long i = 0; i < frames; ++i)
    instance.planes.push_back(readFrame(FunctionalGroups(dataSet.item(kPerFrameGroups, i), shared, dataSet.faults())));
}

}  // namespace io::dicom
