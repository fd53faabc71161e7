#pragma once

#include <vector>

#include "io/dicom/candidate.h"

namespace io::dicom {

/// Objects into groups that can each be one volume: same patient, study, series, frame of reference, class, matrix,
/// pixel spacing, orientation and image type; and where such a group is no even stack, by the first of stack or phase,
/// acquisition, kernel, energy, contrast and thickness that makes every part one. The instances must outlive the
/// groups.
std::vector<Group> groupIntoSeries(const std::vector<Instance>& instances);

/// Sorted along the normal of their orientation; those of one position in order of instance number. Unsorted where a
/// position or orientation is absent.
void sortAlongNormal(std::vector<Candidate>& members);

}  // namespace io::dicom
