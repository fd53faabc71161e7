#include "io/reading/messages.h"

#include <algorithm>

#include "io/sandbox/wire_reader.h"

namespace io::sandbox {

template <>
inline constexpr auto kLast<planning::Severity> = planning::Severity::Error;
template <>
inline constexpr auto kLast<planning::Seal> = planning::Seal::Broken;
template <>
inline constexpr auto kLast<planning::anatomy::Kind> = planning::anatomy::Kind::Other;
template <>
inline constexpr auto kLast<planning::anatomy::Origin::Kind> = planning::anatomy::Origin::Kind::Other;
template <>
inline constexpr auto kLast<planning::anatomy::Role> = planning::anatomy::Role::Crossable;
template <>
inline constexpr auto kLast<planning::anatomy::Side> = planning::anatomy::Side::Bilateral;
/// An item takes 700 bytes of memory and may be written in 200.
template <>
inline constexpr std::uint64_t kMost<report::ContentItem> = report::kMostItems;

}  // namespace io::sandbox

// The members of every type that travels, each once for both directions.

namespace planning {

template <class Archive>
void fields(Archive& a, Angle& x) {
  double radians = x.radians();
  a(radians);
  x = Angle::radians(radians);
}
template <class Archive>
void fields(Archive& a, Error& x) {
  a(x.code, x.subject, x.detail);
}
template <class Archive>
void fields(Archive& a, Finding& x) {
  a(x.code, x.severity, x.arguments, x.text);
}
template <class Archive>
void fields(Archive& a, Patient& x) {
  a(x.id, x.issuer, x.name, x.birthDate, x.sex);
}
template <class Archive>
void fields(Archive& a, Study& x) {
  a(x.uid, x.id, x.date, x.time, x.accessionNumber, x.description, x.referringPhysician);
}
template <class Archive>
void fields(Archive& a, InstanceReference& x) {
  a(x.sopClassUid, x.sopInstanceUid);
}
template <class Archive>
void fields(Archive& a, SeriesIdentity& x) {
  a(x.patient, x.study, x.seriesUid, x.frameOfReferenceUid, x.modality, x.description, x.patientPosition, x.instances);
}

template <class Archive>
void fields(Archive& a, ReportIdentity& x) {
  a(x.sopInstanceUid, x.seriesUid, x.predecessorUid, x.softwareVersion, x.savedDate, x.savedTime, x.seriesDate,
    x.seriesTime, x.version, x.complete, x.seal);
}

}  // namespace planning

namespace planning::fluoroscopy {

template <class Archive>
void fields(Archive& a, PixelSpacing& x) {
  a(x.rowMm, x.columnMm);
}
template <class Archive>
void fields(Archive& a, PositionerAngles& x) {
  a(x.primaryDeg, x.secondaryDeg);
}
template <class Archive>
void fields(Archive& a, TablePosition& x) {
  a(x.heightMm, x.traverseMm, x.angleDeg);
}
template <class Archive>
void fields(Archive& a, ImagePoint& x) {
  a(x.column, x.row);
}
template <class Archive>
void fields(Archive& a, DetectorField& x) {
  a(x.elementSpacing, x.sizeMm, x.origin, x.isocentre);
}
template <class Archive>
void fields(Archive& a, IsocentreSystem& x) {
  a(x.primary, x.secondary, x.detectorRotation, x.table, x.horizontal, x.headTilt, x.cradleTilt);
}
template <class Archive>
void fields(Archive& a, Presentation& x) {
  a(x.windowCentre, x.windowWidth, x.maskFrame, x.intensity, x.inverse);
}
template <class Archive>
void fields(Archive& a, View& x) {
  a(x.identity, x.columns, x.rows, x.frames, x.frameTimeMs, x.angles, x.anglesContradict, x.sourceToDetectorMm,
    x.sourceToIsocentreMm, x.imagerSpacing, x.pixelSpacing, x.calibrationType, x.patientOrientation, x.flipped,
    x.rotationDeg, x.positionerMoves, x.tableMoves, x.table, x.detector, x.isocentre, x.plane, x.acquiredAt,
    x.presentation);
}

}  // namespace planning::fluoroscopy

namespace itk {

template <class Archive>
void fields(Archive& a, Point<double, 3>& x) {
  a(x[0], x[1], x[2]);
}
template <class Archive>
void fields(Archive& a, Vector<double, 3>& x) {
  a(x[0], x[1], x[2]);
}

template <class Archive>
void fields(Archive& a, ImageRegion<3>& x) {
  for (unsigned axis = 0; axis < 3; ++axis) a(x.GetModifiableIndex()[axis], x.GetModifiableSize()[axis]);
}

}  // namespace itk

namespace planning::anatomy {

template <class Archive>
void fields(Archive& a, Code& x) {
  a(x.value, x.scheme, x.meaning);
}
template <class Archive>
void fields(Archive& a, Origin& x) {
  a(x.kind, x.name, x.edited);
}
/// A mask's voxels and place go another way.
template <class Archive>
void fields(Archive& a, Structure& x) {
  a(x.name, x.trackingUid, x.kind, x.kindGuessed, x.code, x.side, x.role, x.confirmed, x.source, x.sourceSopClassUid,
    x.sourceSopInstanceUid, x.sourceNumber, x.marginMm, x.registrationResidualMm, x.colour, x.lookedIn);
}

}  // namespace planning::anatomy

namespace io::dicom {

template <class Archive>
void fields(Archive& a, FileStamp& x) {
  a(x.size, x.modifiedNs);
}
template <class Archive>
void fields(Archive& a, ByteRange& x) {
  a(x.offset, x.length);
}
template <class Archive>
void fields(Archive& a, FileMap& x) {
  a(x.stamp, x.transferSyntaxUid, x.dataSetOffset, x.pixelDataLast, x.floatingPoint, x.pixels, x.fragments,
    x.frameStarts, x.cut);
}
template <class Archive>
void fields(Archive& a, PixelFormat& x) {
  a(x.columns, x.rows, x.samples, x.bitsAllocated, x.bitsStored, x.highBit, x.isSigned, x.planar, x.photometric,
    x.padding);
}
template <class Archive>
void fields(Archive& a, Rescale& x) {
  a(x.slope, x.intercept);
}
template <class Archive>
void fields(Archive& a, Plane& x) {
  a(x.position, x.orientation, x.spacing, x.thicknessMm, x.locationMm, x.slope, x.intercept, x.rescaleType, x.imageType,
    x.stack, x.phase, x.cardiacPhase, x.acquisition, x.kernel);
}
template <class Archive>
void fields(Archive& a, Instance& x) {
  a(x.file, x.map, x.identity, x.seriesNumber, x.instanceNumber, x.acquisition, x.kernel, x.acquiredAt, x.contrast,
    x.energy, x.lossy, x.burnedIn, x.format, x.frames, x.planes, x.view, x.fault, x.findings);
}
template <class Archive>
void fields(Archive& a, Slice& x) {
  a(x.file, x.stamp, x.transferSyntaxUid, x.dataSetOffset, x.frame, x.frames, x.format, x.bytes, x.fragments, x.rescale,
    x.position, x.locationMm, x.thicknessMm);
}
template <class Archive>
void fields(Archive& a, ConversionCounts& x) {
  a(x.clamped, x.belowAir);
}

}  // namespace io::dicom

namespace io {

template <class Archive>
void fields(Archive& a, NamedPoint& x) {
  a(x.name, x.place, x.source);
}
template <class Archive>
void fields(Archive& a, StructureSet& x) {
  a(x.identity, x.structures, x.points, x.findings);
}

}  // namespace io

namespace io::report {

template <class Archive>
void fields(Archive& a, ContentItem& x) {
  a(x.relationship, x.valueType, x.name, x.code, x.text, x.number, x.unit, x.graphicType, x.points, x.pixels,
    x.frameOfReferenceUid, x.reference, x.segments, x.frame, x.templateId, x.children);
}
template <class Archive>
void fields(Archive& a, ReportHeader& x) {
  a(x.patient, x.study, x.report);
}
template <class Archive>
void fields(Archive& a, ReportTree& x) {
  a(x.header, x.content, x.leftOut);
}

}  // namespace io::report

namespace io::exchange {

template <class Archive>
void fields(Archive& a, ForeignNeedle& x) {
  a(x.name, x.entry, x.target);
}
template <class Archive>
void fields(Archive& a, ForeignNeedles& x) {
  a(x.kind, x.patient, x.frameOfReferenceUid, x.needles);
}

}  // namespace io::exchange

namespace io::reading {

template <class Archive>
void fields(Archive& a, Grid& x) {
  a(x.size, x.origin, x.spacing, x.direction);
}
template <class Archive>
void fields(Archive& a, HeaderRequest& x) {
  a(x.file);
}
template <class Archive>
void fields(Archive& a, SliceRequest& x) {
  a(x.slice, x.isHu, x.offset);
}
template <class Archive>
void fields(Archive& a, StructuresRequest& x) {
  a(x.file, x.scan, x.grid);
}
template <class Archive>
void fields(Archive& a, ReportRequest& x) {
  a(x.file);
}
template <class Archive>
void fields(Archive& a, NeedlesRequest& x) {
  a(x.file);
}
template <class Archive>
void fields(Archive& a, SharedMask& x) {
  a(x.offset, x.grid);
}
template <class Archive>
void fields(Archive& a, StructuresReply& x) {
  a(x.set, x.masks);
}

namespace {

/// That its numbers are numbers has been seen to.
bool isPlane(const dicom::Plane& x) {
  return (!x.orientation || x.orientation->size() == 6) && (!x.spacing || x.spacing->size() == 2);
}

bool isPositive(const std::optional<planning::fluoroscopy::PixelSpacing>& x) {
  return !x || (x->rowMm > 0 && x->columnMm > 0);
}

// What every honest reader's answer is, and the program relies on.

bool isHonest(const dicom::Instance& x) {
  const auto isSize = [](int size) { return size >= 0 && size <= 0xffff; };
  return x.identity.instances.size() == 1 && isSize(x.format.rows) && isSize(x.format.columns) &&
         x.planes.size() <= dicom::kMostElements && std::all_of(x.planes.begin(), x.planes.end(), isPlane) &&
         (!x.view || (isPositive(x.view->imagerSpacing) && isPositive(x.view->pixelSpacing))) &&
         (x.planes.size() < 2 || x.planes.size() == static_cast<std::size_t>(std::max(x.frames, 1)));
}

bool isHonest(const dicom::ConversionCounts&) {
  return true;
}

/// No grid reaches so far; sums of its numbers do not overflow.
bool isRegion(const std::optional<planning::anatomy::Mask::RegionType>& x) {
  constexpr long kFar = 1L << 31;
  for (unsigned axis = 0; x && axis < 3; ++axis)
    if (x->GetIndex(axis) < -kFar || x->GetIndex(axis) > kFar || x->GetSize(axis) > static_cast<unsigned long>(kFar))
      return false;
  return true;
}

bool isHonest(const StructuresReply& x) {
  return x.set.identity.instances.size() <= 1 && x.masks.size() == x.set.structures.size() &&
         std::all_of(x.set.structures.begin(), x.set.structures.end(),
                     [](const auto& structure) { return isRegion(structure.lookedIn); });
}

bool isHonest(const report::ReportTree& x) {
  return report::isBounded(x.content);
}

bool isHonest(const exchange::ForeignNeedles& x) {
  return !x.needles.empty() && x.needles.size() <= exchange::kMostForeignNeedles;
}

bool isHonest(const planning::Error&) {
  return true;
}

template <class Message>
sandbox::Bytes written(Message& message) {
  sandbox::Writer writer;
  writer(message);
  return std::move(writer.bytes);
}

template <class Message>
std::optional<Message> readFrom(std::span<const std::byte> bytes) {
  sandbox::Reader reader(bytes);
  std::optional<Message> message(std::in_place);
  reader(*message);
  if (reader.failed() || !reader.atEnd()) message.reset();
  return message;
}

}  // namespace

const std::filesystem::path& fileOf(const Request& request) {
  if (const auto* slice = std::get_if<SliceRequest>(&request)) return slice->slice.file;
  if (const auto* structures = std::get_if<StructuresRequest>(&request)) return structures->file;
  if (const auto* report = std::get_if<ReportRequest>(&request)) return report->file;
  if (const auto* needles = std::get_if<NeedlesRequest>(&request)) return needles->file;
  return std::get<HeaderRequest>(request).file;
}

sandbox::Bytes toBytes(Request request) {
  return written(request);
}
sandbox::Bytes toBytes(Reply reply) {
  return written(reply);
}
std::optional<Request> requestFrom(std::span<const std::byte> bytes) {
  return readFrom<Request>(bytes);
}
std::optional<Reply> replyFrom(std::span<const std::byte> bytes, const Request& request) {
  auto reply = readFrom<Reply>(bytes);
  if (!reply) return reply;
  const bool fits = reply->index() == request.index() || std::holds_alternative<planning::Error>(*reply);
  if (!fits || !std::visit([](const auto& kind) { return isHonest(kind); }, *reply)) reply.reset();
  return reply;
}

}  // namespace io::reading
