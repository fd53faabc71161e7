#include "io/dicom/part_attributes.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace io::dicom {

namespace {

std::string decimal(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr;
  return {text.data(), end};
}

std::string decimals(const std::optional<std::vector<double>>& values) {
  std::string text;
  if (values)
    for (const double value : *values) text += (text.empty() ? "" : ",") + decimal(value);
  return text;
}

const std::string& first(const std::string& ofFrame, const std::string& ofFile) {
  return ofFrame.empty() ? ofFile : ofFrame;
}

const std::array kAttributes{
    PartAttribute{"ImageType", Splits::Never, [](const Candidate& c) { return c.plane->imageType; }},
    PartAttribute{"StackID", Splits::WherePhases, [](const Candidate& c) { return c.plane->stack; }},
    PartAttribute{"TemporalPosition", Splits::WherePhases, [](const Candidate& c) { return c.plane->phase; }},
    PartAttribute{"CardiacPhase", Splits::WherePhases, [](const Candidate& c) { return c.plane->cardiacPhase; }},
    PartAttribute{"AcquisitionNumber", Splits::WhereUneven,
                  [](const Candidate& c) { return first(c.plane->acquisition, c.instance->acquisition); }},
    PartAttribute{"ConvolutionKernel", Splits::WhereUneven,
                  [](const Candidate& c) { return first(c.plane->kernel, c.instance->kernel); }},
    PartAttribute{"KVP", Splits::WhereUneven, [](const Candidate& c) { return c.instance->energy; }},
    PartAttribute{"ContrastBolusAgent", Splits::WhereUneven, [](const Candidate& c) { return c.instance->contrast; }},
    PartAttribute{
        "SliceThickness", Splits::WhereUneven,
        [](const Candidate& c) { return c.plane->thicknessMm ? decimal(*c.plane->thicknessMm) : std::string(); }},
    PartAttribute{"AcquisitionTime", Splits::WhereUneven, [](const Candidate& c) { return c.instance->acquiredAt; }},
    PartAttribute{"PixelSpacing", Splits::Never, [](const Candidate& c) { return decimals(c.plane->spacing); }},
    PartAttribute{"ImageOrientation", Splits::Never, [](const Candidate& c) { return decimals(c.plane->orientation); }},
    PartAttribute{"Columns", Splits::Never,
                  [](const Candidate& c) { return std::to_string(c.instance->format.columns); }},
    PartAttribute{"Rows", Splits::Never, [](const Candidate& c) { return std::to_string(c.instance->format.rows); }},
    PartAttribute{"Modality", Splits::Never, [](const Candidate& c) { return c.instance->identity.modality; }},
    PartAttribute{"PatientID", Splits::Never, [](const Candidate& c) { return c.instance->identity.patient.id; }},
    PartAttribute{"StudyInstanceUID", Splits::WhereEachIsWhole,
                  [](const Candidate& c) { return c.instance->identity.study.uid; }},
    PartAttribute{"FrameOfReferenceUID", Splits::WhereEachIsWhole,
                  [](const Candidate& c) { return c.instance->identity.frameOfReferenceUid; }},
};

}  // namespace

std::span<const PartAttribute> partAttributes() {
  return kAttributes;
}

std::optional<std::string> valueOf(const Group& group, const PartAttribute& attribute) {
  const auto value = attribute.value(group.members.front());
  const bool same = std::all_of(group.members.begin(), group.members.end(),
                                [&](const Candidate& member) { return attribute.value(member) == value; });
  return same ? std::optional(value) : std::nullopt;
}

}  // namespace io::dicom
