#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "io/reading/ct_reader.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/odd_ct.h"
#include "tests/support/temporary_folder.h"

// Which images make one volume, which do not, and what is said of the rest.

namespace {

using io::dicom::SeriesInfo;
using made_ct::Ct;
using support::Odd;
using support::TemporaryFolder;
using Series = std::vector<SeriesInfo>;

Series seriesIn(const std::filesystem::path& path) {
  planning::Progress progress;
  auto found = io::dicom::scan(path, progress);
  if (!found) throw std::runtime_error(found.error().code);
  return found->series;
}

Series oddSeries(Odd odd) {
  const TemporaryFolder folder;
  support::writeOddCt(odd, folder / "ct");
  return seriesIn(folder.path());
}

/// Axial, 7 x 5 pixels, 6 slices of 2 mm.
Ct axial() {
  Ct ct;
  ct.row = planning::makeVector(1, 0, 0), ct.column = planning::makeVector(0, 1, 0);
  ct.step = planning::makeVector(0, 0, 2);
  return ct;
}

Series madeSeries(const Ct& ct, const made_ct::Spoil& spoil) {
  const TemporaryFolder folder;
  made_ct::write(ct, folder.path(), spoil);
  return seriesIn(folder.path());
}

/// Several of them in one series.
Series madeTogether(const std::vector<std::pair<Ct, made_ct::Spoil>>& parts) {
  const TemporaryFolder folder;
  for (std::size_t n = 0; n < parts.size(); ++n)
    made_ct::write(parts[n].first, folder / std::to_string(n), [&](DcmDataset& d, int k) {
      d.putAndInsertString(DCM_SOPInstanceUID, ("1.2.8." + std::to_string(n) + "." + std::to_string(k)).c_str());
      if (parts[n].second) parts[n].second(d, k);
    });
  return seriesIn(folder.path());
}

made_ct::Spoil putting(const DcmTagKey& tag, const std::string& value) {
  return [=](DcmDataset& d, int) { d.putAndInsertString(tag, value.c_str()); };
}

const planning::Finding* finding(const SeriesInfo& series, const std::string& code) {
  const auto found =
      std::find_if(series.findings.begin(), series.findings.end(), [&](const auto& f) { return f.code == code; });
  return found == series.findings.end() ? nullptr : &*found;
}

bool isError(const SeriesInfo& series, const std::string& code) {
  const auto* found = finding(series, code);
  return found != nullptr && found->severity == planning::Severity::Error;
}

void expectOneWhole(const Series& series, int slices) {
  ASSERT_EQ(series.size(), 1u);
  EXPECT_TRUE(series[0].loadable) << series[0].refusal->code << series[0].refusal->detail;
  EXPECT_EQ(series[0].dimensions.at(2), slices);
  EXPECT_EQ(series[0].part, "");
  EXPECT_TRUE(series[0].leftOutFiles.empty());
}

void expectRefusedOnce(const Series& series, const std::string& code, const std::string& subject) {
  ASSERT_EQ(series.size(), 1u);
  ASSERT_TRUE(series[0].refusal);
  EXPECT_EQ(series[0].refusal->code, code) << series[0].refusal->detail;
  EXPECT_NE(series[0].refusal->subject.find(subject), std::string::npos) << series[0].refusal->subject;
}

std::vector<std::string> partsOf(const Series& series) {
  std::vector<std::string> names;
  for (const auto& one : series) names.push_back(one.part);
  return names;
}

}  // namespace

TEST(SeriesParts, slicesThatTurnByLessThanATenthOfAMillimetreAreOneVolume) {
  const TemporaryFolder folder;
  support::writeOddCt(Odd::TurningSlices, folder / "ct");
  const auto series = seriesIn(folder.path());
  expectOneWhole(series, support::kOddSlices);
  planning::Progress progress;
  const auto volume = io::readCt(series.at(0), progress);
  ASSERT_TRUE(volume);
  for (int k = 0; k < support::kOddSlices; ++k) {  // the far corner of each, by its own cosines
    const double last = support::kOddPixelMm * (support::kOddColumns - 1), turn = 0.0002 * (k % 3 - 1);
    const auto own =
        planning::makePoint(support::kOddCornerMm + last * (1 - turn), support::kOddCornerMm + last * (1 + turn),
                            support::kOddLowestMm + support::kOddStepMm * k + last * 0.0002 * (k % 2));
    planning::Point place;
    volume->hu->TransformIndexToPhysicalPoint({support::kOddColumns - 1, support::kOddColumns - 1, k}, place);
    EXPECT_LT((place - own).GetNorm(), 0.1) << k;
  }
}

TEST(SeriesParts, jitterInPositionAndPixelSizeBelowTheToleranceIsNoMatter) {
  const auto wander = [](DcmDataset& d, int k) {
    const double off = 0.04 * (k % 3 - 1);
    d.putAndInsertString(DCM_ImagePositionPatient,
                         (std::to_string(-11.5 + off) + "\\22.25\\" + std::to_string(-300.75 + 2 * k)).c_str());
    d.putAndInsertString(DCM_PixelSpacing, k % 2 == 0 ? "1.60001\\0.4" : "1.6\\0.400004");
  };
  expectOneWhole(madeSeries(axial(), wander), 6);
}

TEST(SeriesParts, jitterBeyondItIsRefusedOnceWithTheSliceAndTheAttribute) {
  Ct ct = axial();
  ct.rowSpacing = 3.2;
  const auto turning = [](DcmDataset& d, int k) {  // 0.015 rad over the 12.8 mm of the rows: 0.19 mm
    if (k == 4) d.putAndInsertString(DCM_ImageOrientationPatient, "0.9998875\\0.015\\0\\-0.015\\0.9998875\\0");
  };
  expectRefusedOnce(madeSeries(ct, turning), "planes-differ", "4.dcm (0020,0037)");
  const auto larger = [](DcmDataset& d, int k) {
    if (k == 2) d.putAndInsertString(DCM_PixelSpacing, "3.52\\0.44");
  };
  expectRefusedOnce(madeSeries(ct, larger), "planes-differ", "2.dcm (0028,0030)");
  expectRefusedOnce(oddSeries(Odd::SpacingOfOneSlice), "planes-differ", "006.dcm (0028,0030)");
}

TEST(SeriesParts, framesOfReferenceThatChangeFromSliceToSliceAreNone) {
  const auto series = oddSeries(Odd::FrameASlice);
  expectOneWhole(series, support::kOddSlices);
  EXPECT_EQ(series.at(0).identity.frameOfReferenceUid, "");
  ASSERT_TRUE(isError(series[0], "frames-of-reference-differ"));
  EXPECT_EQ(finding(series[0], "frames-of-reference-differ")->arguments.at(0), "12");
  EXPECT_EQ(finding(series[0], "no-frame-of-reference"), nullptr);
  const auto one = madeSeries(axial(), [](DcmDataset& d, int k) {
    if (k == 0) d.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.3.99");
  });
  expectOneWhole(one, 6);
  EXPECT_TRUE(isError(one.at(0), "frames-of-reference-differ"));
}

TEST(SeriesParts, aSliceOfAnotherStudyStaysInItsPlaceAndNoPlanCanCiteIt) {
  const auto series = oddSeries(Odd::StudyOfOneSlice);
  expectOneWhole(series, support::kOddSlices);
  EXPECT_TRUE(isError(series.at(0), "studies-differ"));
  EXPECT_EQ(series[0].identity.study.uid, "");
}

TEST(SeriesParts, equalInstanceUidsAreAnError) {
  const auto series = madeSeries(axial(), putting(DCM_SOPInstanceUID, "1.2.8.1"));
  expectOneWhole(series, 6);
  EXPECT_TRUE(isError(series.at(0), "instance-uids-repeat"));
}

TEST(SeriesParts, whatIsLeftOfATornSeriesSaysSo) {
  for (const auto odd : {Odd::MatrixOfOneSlice, Odd::PatientOfOneSlice}) {
    const auto series = oddSeries(odd);
    ASSERT_EQ(series.size(), 2u);
    for (const auto& one : series) {
      EXPECT_NE(one.part, "");
      EXPECT_EQ(one.dimensions.at(2) == 1, one.loadable);
      if (!one.loadable) {
        EXPECT_EQ(one.refusal->code, "missing-slices");
        continue;
      }
      ASSERT_TRUE(isError(one, "other-parts-refused"));
      EXPECT_EQ(finding(one, "other-parts-refused")->arguments.at(1), "11");
      EXPECT_EQ(finding(one, "other-parts-refused")->arguments.at(4), "missing-slices");
      EXPECT_EQ(one.leftOutFiles.size(), 11u);
    }
  }
}

TEST(SeriesParts, acquisitionsAtConsecutivePlacesAreOneVolume) {
  const auto step = [](DcmDataset& d, int k) {
    d.putAndInsertString(DCM_AcquisitionNumber, std::to_string(k / 2 + 1).c_str());
    d.putAndInsertString(DCM_AcquisitionTime, ("10110" + std::to_string(k / 2)).c_str());
  };
  expectOneWhole(madeSeries(axial(), step), 6);
  const auto alternating = [](DcmDataset& d, int k) { d.putAndInsertString(DCM_AcquisitionNumber, k % 2 ? "2" : "1"); };
  expectOneWhole(madeSeries(axial(), alternating), 6);
}

TEST(SeriesParts, phasesBetweenEachOthersSlicesAreTwoVolumes) {
  const auto phases = [](DcmDataset& d, int k) {
    d.putAndInsertString(DCM_TemporalPositionIdentifier, k % 2 ? "2" : "1");
  };
  EXPECT_EQ(partsOf(madeSeries(axial(), phases)),
            (std::vector<std::string>{"TemporalPosition 1", "TemporalPosition 2"}));
}

TEST(SeriesParts, haveTheNameOfWhatTellsThemApart) {
  Ct shorter = axial();
  shorter.slices = 4;
  const auto phases = madeTogether({{axial(), putting(DCM_TemporalPositionIdentifier, "2")},
                                    {shorter, putting(DCM_TemporalPositionIdentifier, "10")}});
  EXPECT_EQ(partsOf(phases), (std::vector<std::string>{"TemporalPosition 2", "TemporalPosition 10"}));
  EXPECT_EQ(phases.at(0).dimensions.at(2), 6);
  EXPECT_EQ(phases.at(1).dimensions.at(2), 4);
  const auto* other = finding(phases[1], "other-parts-left-out");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->severity, planning::Severity::Warning);
  EXPECT_EQ(other->arguments, (std::vector<std::string>{"TemporalPosition 10", "6", "TemporalPosition 2"}));
  EXPECT_EQ(phases[1].leftOutFiles.size(), 6u);

  const auto kernels = madeTogether(
      {{axial(), putting(DCM_ConvolutionKernel, "B60f")}, {axial(), putting(DCM_ConvolutionKernel, "B30f")}});
  EXPECT_EQ(partsOf(kernels), (std::vector<std::string>{"ConvolutionKernel B30f", "ConvolutionKernel B60f"}));

  const auto times = madeTogether({{axial(), putting(DCM_AcquisitionTime, "101110")},
                                   {axial(), putting(DCM_AcquisitionTime, "101112")},
                                   {axial(), putting(DCM_AcquisitionTime, "101114")}});
  EXPECT_EQ(times.size(), 3u);
  for (const auto& one : times) EXPECT_TRUE(one.loadable);
}

TEST(SeriesParts, phasesOfTwoKernelsEachAreFour) {
  std::vector<std::pair<Ct, made_ct::Spoil>> all;
  for (const char* phase : {"1", "2"})
    for (const char* kernel : {"B30f", "B60f"})
      all.emplace_back(axial(), [=](DcmDataset& d, int) {
        d.putAndInsertString(DCM_TemporalPositionIdentifier, phase);
        d.putAndInsertString(DCM_ConvolutionKernel, kernel);
      });
  const auto series = madeTogether(all);
  ASSERT_EQ(series.size(), 4u);
  EXPECT_EQ(series[0].part, "TemporalPosition 1, ConvolutionKernel B30f");
  EXPECT_EQ(series[3].part, "TemporalPosition 2, ConvolutionKernel B60f");
}

TEST(SeriesParts, stacksOfTwoThicknessesAreTwo) {
  Ct above = axial();
  above.step = planning::makeVector(0, 0, 3.5);
  above.origin[2] += 10 + 3.5;
  const auto series =
      madeTogether({{axial(), putting(DCM_SliceThickness, "2")}, {above, putting(DCM_SliceThickness, "3.5")}});
  EXPECT_EQ(partsOf(series), (std::vector<std::string>{"SliceThickness 2", "SliceThickness 3.5"}));
  for (const auto& one : series) EXPECT_TRUE(one.loadable);
}

TEST(SeriesParts, aLocalizerInTheSeriesIsSaidAndMakesNoFragment) {
  Ct survey = axial();
  survey.slices = 2;
  const auto series = madeTogether({{axial(), {}}, {survey, putting(DCM_ImageType, "ORIGINAL\\PRIMARY\\LOCALIZER")}});
  ASSERT_EQ(series.size(), 2u);
  const auto& volume = series[0].loadable ? series[0] : series[1];
  EXPECT_EQ(volume.dimensions.at(2), 6);
  EXPECT_NE(finding(volume, "localizers-left-out"), nullptr);
  EXPECT_EQ(io::dicom::fragmentFinding(volume), nullptr);
}

TEST(SeriesParts, anEnhancedFileOfTwoPhasesIsTwoParts) {
  const TemporaryFolder folder;
  support::writeTwoPhases(folder / "phases.dcm");
  const auto series = seriesIn(folder.path());
  EXPECT_EQ(partsOf(series), (std::vector<std::string>{"TemporalPosition 1", "TemporalPosition 2"}));
  planning::Progress progress;
  for (std::size_t n = 0; n < 2; ++n) {
    const auto volume = io::readCt(series.at(n), progress);
    ASSERT_TRUE(volume) << volume.error().code;
    for (int k = 0; k < support::kOddSlices; ++k) EXPECT_EQ(volume->hu->GetPixel({24, 24, k}), n == 0 ? 40 : 140) << k;
  }
}

TEST(SeriesParts, framesOfASingleFrameClassAreRefusedAndCounted) {
  const auto series = oddSeries(Odd::SeveralFramesOnePlace);
  expectRefusedOnce(series, "frames-without-place", "000.dcm (0028,0008)");
  EXPECT_EQ(series.at(0).dimensions, (std::vector{48, 48, 12}));
  EXPECT_EQ(finding(series[0], "single-slice"), nullptr);
}

TEST(SeriesParts, floatingPointPixelsAreRefusedAsSuch) {
  const auto series = oddSeries(Odd::FloatingPoint);
  expectRefusedOnce(series, "unsupported-pixel-format", "(7fe0,0008)");
  EXPECT_EQ(series.at(0).refusal->detail, "floating point pixels");
}

TEST(SeriesParts, aPlansScanIsFoundAmongTheParts) {
  const auto phases = madeTogether({{axial(), putting(DCM_TemporalPositionIdentifier, "1")},
                                    {axial(), putting(DCM_TemporalPositionIdentifier, "2")}});
  ASSERT_EQ(phases.size(), 2u);
  EXPECT_EQ(io::dicom::seriesOf(phases, phases[1].identity), &phases[1]);
  auto unknown = phases[0].identity;
  unknown.instances.clear();
  EXPECT_EQ(io::dicom::seriesOf(phases, unknown), nullptr);
}
