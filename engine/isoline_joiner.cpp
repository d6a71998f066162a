#include "engine/isoline_joiner.h"

namespace ravine::isoline {

Joiner::Joiner(std::vector<Band>& bands) : bands_(bands) {
    for (std::uint32_t b = 0; b < bands.size(); ++b) {
        bands[b].first_fragment = static_cast<std::uint32_t>(places_.size());
        for (std::uint32_t k = 0; k < bands[b].fragments.size(); ++k) places_.push_back({b, k});
    }
    next_.reserve(places_.size());
    for (const Place& place : places_) next_.push_back(follower(place));
}

std::vector<std::vector<Line>> Joiner::lines(std::size_t levels) const {
    std::vector<std::vector<Line>> lines(levels);
    std::vector<bool> is_used(next_.size(), false), has_previous(next_.size(), false);
    for (const std::uint32_t k : next_)
        if (k != none) has_previous[k] = true;
    const auto add = [&](std::uint32_t first) {
        std::uint32_t k = first;
        do is_used[k] = true, k = next_[k];
        while (k != none && k != first);
        lines[fragment(first).level].push_back({first, k == first || fragment(first).is_closed});
    };
    for (std::uint32_t k = 0; k < next_.size(); ++k)
        if (!has_previous[k] && !fragment(k).is_closed) add(k);
    for (std::uint32_t k = 0; k < next_.size(); ++k)
        if (!is_used[k]) add(k);
    return lines;
}

/// The fragment that begins where this one ends, in the band below or above.
std::uint32_t Joiner::follower(Place place) const {
    const Band& band = bands_[place.band];
    const Fragment& ended = band.fragments[place.fragment];
    if (ended.is_closed) return none;
    if (ended.last < band.from_low.size() && place.band > 0) {
        const Band& below = bands_[place.band - 1];
        return numbered(below, below.from_high[ended.last]);
    }
    if (ended.last >= band.high && ended.last - band.high < band.from_high.size() && place.band + 1 < bands_.size()) {
        const Band& above = bands_[place.band + 1];
        return numbered(above, above.from_low[ended.last - band.high]);
    }
    return none;
}

std::uint32_t Joiner::numbered(const Band& band, std::uint32_t fragment) {
    return fragment == none ? none : band.first_fragment + fragment;
}

}  // namespace ravine::isoline
