#include "io/dicom/instance_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>

#include <optional>
#include <stdexcept>

#include "io/dicom/attributes.h"
#include "io/dicom/fluoroscopy_header.h"
#include "io/dicom/frames.h"
#include "io/dicom/library.h"
#include "io/dicom/transfer_syntax.h"

namespace io::dicom {

namespace {

constexpr Tag tag(unsigned group, unsigned element) {
  return makeTag(group, element);
}

planning::SeriesIdentity readIdentity(const Attributes& from) {
  planning::SeriesIdentity identity;
  auto& patient = identity.patient;
  patient.id = from.text(tag(0x0010, 0x0020));
  patient.issuer = from.text(tag(0x0010, 0x0021));
  patient.name = from.text(tag(0x0010, 0x0010));
  patient.birthDate = from.code(tag(0x0010, 0x0030));
  patient.sex = from.code(tag(0x0010, 0x0040));
  auto& study = identity.study;
  study.uid = from.code(tag(0x0020, 0x000d));
  study.id = from.text(tag(0x0020, 0x0010));
  study.date = from.code(tag(0x0008, 0x0020));
  study.time = from.code(tag(0x0008, 0x0030));
  study.accessionNumber = from.text(tag(0x0008, 0x0050));
  study.description = from.text(tag(0x0008, 0x1030));
  study.referringPhysician = from.text(tag(0x0008, 0x0090));
  identity.seriesUid = from.code(tag(0x0020, 0x000e));
  identity.frameOfReferenceUid = from.code(tag(0x0020, 0x0052));
  identity.modality = from.code(tag(0x0008, 0x0060));
  identity.description = from.text(tag(0x0008, 0x103e));
  identity.patientPosition = from.code(tag(0x0018, 0x5100));
  identity.instances.push_back({from.code(tag(0x0008, 0x0016)), from.code(tag(0x0008, 0x0018))});
  return identity;
}

PixelFormat readFormat(const Attributes& from) {
  PixelFormat format;
  format.columns = from.integer(tag(0x0028, 0x0011)).value_or(0);
  format.rows = from.integer(tag(0x0028, 0x0010)).value_or(0);
  format.samples = from.integer(tag(0x0028, 0x0002)).value_or(1);
  format.bitsAllocated = from.integer(tag(0x0028, 0x0100)).value_or(0);
  format.bitsStored = from.integer(tag(0x0028, 0x0101)).value_or(format.bitsAllocated);
  format.highBit = from.integer(tag(0x0028, 0x0102)).value_or(format.bitsStored - 1);
  format.isSigned = from.integer(tag(0x0028, 0x0103)).value_or(0) == 1;
  format.planar = from.integer(tag(0x0028, 0x0006)).value_or(0) == 1;
  format.photometric = from.code(tag(0x0028, 0x0004));
  if (const auto first = from.word(tag(0x0028, 0x0120), format.isSigned)) {
    const int second = from.word(tag(0x0028, 0x0121), format.isSigned).value_or(*first);
    format.padding = std::minmax(*first, second);
  }
  return format;
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() || part.empty() ? "" : " ") + part;
  return all;
}

/// Lossy Image Compression (0028,2110) says so, or the transfer syntax where it is silent.
bool isLossy(std::string_view syntax, const std::string& declared) {
  using namespace transfer_syntax;
  if (declared == "01" || syntax == kJpegBaseline || syntax == kJpegExtended) return true;
  return declared.empty() && (syntax == kJpegLsNearLossless || syntax == kJpeg2000);
}

void readAcquisition(const Attributes& from, Instance& instance) {
  instance.seriesNumber = from.integer(tag(0x0020, 0x0011)).value_or(0);
  instance.instanceNumber = from.integer(tag(0x0020, 0x0013)).value_or(0);
  instance.acquisition = from.code(tag(0x0020, 0x0012));
  instance.kernel = from.text(tag(0x0018, 0x1210));
  instance.acquiredAt = joined({from.code(tag(0x0008, 0x0022)), from.code(tag(0x0008, 0x0032))});
  instance.contrast = from.text(tag(0x0018, 0x0010));
  instance.energy = from.code(tag(0x0018, 0x0060));
  instance.lossy = isLossy(instance.map.transferSyntaxUid, from.code(tag(0x0028, 0x2110)));
  instance.burnedIn = from.code(tag(0x0028, 0x0301)) == "YES";
  instance.frames = from.integer(tag(0x0028, 0x0008)).value_or(1);
}

/// DCMTK's parser behind its exceptions.
planning::Expected<void> parse(DcmFileFormat& parsed, const Instance& instance) {
  const std::string name = instance.file.string();
  const bool wholeFile = !instance.map.pixelDataLast;
  try {
    const auto result = wholeFile ? parsed.loadFile(name.c_str(), EXS_Unknown, EGL_noChange, DCM_MaxReadLength)
                                  : parsed.loadFileUntilTag(name.c_str(), EXS_Unknown, EGL_noChange, DCM_MaxReadLength,
                                                            ERM_autoDetect, DCM_PixelData);
    if (result.good()) return {};
    return planning::refuse("malformed", name, result.text());
  } catch (const std::exception& error) {
    return planning::refuse("malformed", name, error.what());
  }
}

/// Everything but what lies in sequences.
void readFlat(const Attributes& from, Instance& instance) {
  instance.identity = readIdentity(from);
  instance.format = readFormat(from);
  readAcquisition(from, instance);
}

bool isVolumeKind(ObjectKind kind) {
  return kind == ObjectKind::Ct || kind == ObjectKind::EnhancedCt || kind == ObjectKind::Volume3d;
}

/// Absent where it is none, or something about its header is not plain.
std::optional<Instance> readPlainCt(const PlainValues& plain, Instance instance) {
  AttributeFaults faults{instance.file.string(), {}, {}, false};
  const Attributes from(plain, faults);
  readFlat(from, instance);
  if (kindOf(instance.identity) != ObjectKind::Ct) return std::nullopt;
  readPlanes(from, instance);
  if (faults.beyondPlain || !faults.findings.empty()) return std::nullopt;
  instance.fault = faults.first;
  return instance;
}

planning::Expected<Instance> readByLibrary(Instance instance) {
  useDcmtk();
  DcmFileFormat parsed;
  if (auto done = parse(parsed, instance); !done) return tl::unexpected(done.error());
  AttributeFaults faults{instance.file.string(), {}, {}, false};
  const Attributes from(*parsed.getDataset(), faults);
  readFlat(from, instance);
  if (instance.identity.modality.empty() && instance.identity.instances.front().sopClassUid.empty())
    return planning::refuse("no-series", instance.file.string() + " (0008,0016)", "neither a class nor a modality");
  if (isVolumeKind(kindOf(instance.identity))) readPlanes(from, instance);
  if (isProjection(instance.identity)) instance.view = readView(*parsed.getDataset(), instance.frames);
  instance.fault = faults.first;
  instance.findings = std::move(faults.findings);
  return instance;
}

}  // namespace

planning::Expected<Instance> readInstance(const std::filesystem::path& file) {
  Instance instance;
  instance.file = file;
  PlainValues plain;
  auto map = prescan(file, plain);
  if (!map) return tl::unexpected(map.error());
  instance.map = std::move(*map);
  if (plain.complete())
    if (auto read = readPlainCt(plain, instance)) return std::move(*read);
  return readByLibrary(std::move(instance));
}

planning::Expected<Instance> readInstanceByLibrary(const std::filesystem::path& file) {
  Instance instance;
  instance.file = file;
  auto map = prescan(file);
  if (!map) return tl::unexpected(map.error());
  instance.map = std::move(*map);
  return readByLibrary(std::move(instance));
}

}  // namespace io::dicom
