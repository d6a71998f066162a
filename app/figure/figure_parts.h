// What a document shows besides its panes; each can be left out.
#pragma once

namespace ravine {

struct FigureParts {
    bool title = true;      ///< title and formula
    bool caption = true;    ///< what the runs have come to at the step
    bool axes = true;       ///< scales, tick labels and frames of all panes
    bool legend = true;     ///< names with hyperparameters and values: the legend, the headers of panes
    bool color_bar = true;  ///< with the names of its levels
    bool outcomes = true;   ///< how runs end, and the step
    bool operator==(const FigureParts&) const = default;
};

}  // namespace ravine
