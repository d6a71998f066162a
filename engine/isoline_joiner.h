// Joins the fragments of isolines where bands meet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/isoline_bands.h"

namespace ravine::isoline {

/// A line: fragments that follow one another.
struct Line {
    std::uint32_t first;  ///< number of the fragment it begins with
    bool is_closed;
};

class Joiner {
public:
    /// Numbers the fragments of all bands, which must outlive it.
    explicit Joiner(std::vector<Band>& bands);

    std::span<const Point> points(std::uint32_t k) const {
        return std::span(bands_[places_[k].band].points).subspan(fragment(k).begin, fragment(k).count);
    }
    /// The fragment that begins where fragment k ends, or `none`.
    std::uint32_t next(std::uint32_t k) const { return next_[k]; }
    /// The lines of each of so many levels, open ones first.
    std::vector<std::vector<Line>> lines(std::size_t levels) const;

private:
    /// A fragment among those of all bands.
    struct Place {
        std::uint32_t band, fragment;
    };

    const Fragment& fragment(std::uint32_t k) const { return bands_[places_[k].band].fragments[places_[k].fragment]; }
    std::uint32_t follower(Place place) const;
    static std::uint32_t numbered(const Band& band, std::uint32_t fragment);

    const std::vector<Band>& bands_;
    std::vector<Place> places_;
    std::vector<std::uint32_t> next_;
};

}  // namespace ravine::isoline
