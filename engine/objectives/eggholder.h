// The eggholder: f = −(y + 47) sin √|y + x/2 + 47| − x sin √|x − y − 47|.
//
// Formula as in Surjanovic & Bingham. Deep dents of every size, with creases along two straight lines where a root's argument
// is 0. Its lowest value within the domain lies on the domain's edge, x = 512, where f still falls outwards: a path that goes
// there does not stop.
#pragma once

#include <span>
#include <vector>

#include "engine/dual.h"
#include "engine/objective.h"
#include "engine/objectives/root.h"

namespace ravine {

struct Eggholder {
    explicit Eggholder(std::span<const double> /*params*/) {}

    template <class T>
    T value(const T& x, const T& y) const {
        const T first = root(abs(y + 0.5 * x + 47.0)), second = root(abs(x - y - 47.0));
        return -((y + 47.0) * sin(first)) - x * sin(second);
    }

    /// The one on the edge and three of the deepest within, by Newton's method with 40 digits; there are many more.
    std::vector<Minimum> minima() const {
        return {{512, 404.231805113757810929, -959.640662720850802833},
                {482.353310464788436394, 432.878998945483447061, -956.918231624665546773},
                {439.480997269453457278, 453.977434754002562749, -935.337951560580193669},
                {-465.694151545135686845, 385.716699783480378720, -894.578900390599873382}};
    }

    static ObjectiveInfo info() {
        return {.id = "eggholder",
                .name = "Eggholder",
                .formula = "−(y + 47) sin √|y + x/2 + 47| − x sin √|x − y − 47|",
                .notice =
                    "A thousand wide and full of dents: learning rates made for small pictures barely move here, and the "
                    "best dent is cut by the edge.",
                .source = "Surjanovic & Bingham, Virtual Library of Simulation Experiments",
                .domain = {-512, 512, -512, 512},
                .start = {60, 330},
                .params = {},
                .traits = ObjectiveInfo::with_saddle | ObjectiveInfo::many_minima | ObjectiveInfo::non_smooth};
    }
};

}  // namespace ravine
