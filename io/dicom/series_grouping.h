#pragma once

#include <vector>

#include "io/dicom/candidate.h"

namespace io::dicom {

/// Objects into groups that can each be one volume. Never mixed: patients, series, modalities, classes, matrices, image
/// types (value 3), and orientations that are not nearly parallel. Within that the places decide: what is one even
/// stack, no pixel more than kMostUnevenMm from its place in it, is one volume, whatever else differs from slice to
/// slice (but whole stacks, each in a study or frame of reference of its own, or phases that lie between each other's
/// slices, stay apart). What is none is split by
/// the first of the part attributes, then by plane, that brings every part nearer to being one; else it stays together,
/// to be refused once, with its reason. Each part of a series in several has its name. The instances must outlive the
/// groups.
std::vector<Group> groupIntoSeries(const std::vector<Instance>& instances);

/// Sorted along the normal of their orientation; those of one position in order of instance number. Unsorted where a
/// position or orientation is absent.
void sortAlongNormal(std::vector<Candidate>& members);

}  // namespace io::dicom
