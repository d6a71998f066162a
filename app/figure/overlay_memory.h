// What overlays are made of, kept between frames. Equal inputs give the same value, at the same address.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <vector>

#include "app/figure/figure.h"
#include "app/figure/type.h"
#include "engine/objective.h"

namespace ravine {

/// What was made for the keys that the last frame asked for.
template <class Key, class Value>
class Remembered {
public:
    template <class Make>
    const Value& get(const Key& key, Make&& make) {
        for (Entry& e : entries_)
            if (e.key == key) {
                e.used = true;
                return e.value;
            }
        entries_.push_back({key, make(), true});
        return entries_.back().value;
    }
    void end_frame() {
        entries_.remove_if([](const Entry& e) { return !e.used; });
        for (Entry& e : entries_) e.used = false;
    }

private:
    struct Entry {
        Key key;
        Value value;
        bool used;
    };
    std::list<Entry> entries_;
};

/// A field of this size in logical pixels. The grid stands for the objective and the view that it was made from.
struct FieldKey {
    std::shared_ptr<const LevelGrid> grid;
    std::shared_ptr<const FieldStyle> style;
    float width = 0, height = 0, unit = 1;
    const TextMetrics* metrics = nullptr;  ///< null: without text
    bool operator==(const FieldKey&) const = default;
};

/// The height of an isoline, written on it.
struct FieldLabel {
    Pixel middle;  ///< from the field's top left
    float angle = 0, half_width = 0;
    std::string text;
    Color ground, ink;
};

struct SaddleKey {
    Objective objective;
    Box box;
    bool operator==(const SaddleKey&) const = default;
};

struct ScatterKey {
    float width = 0, height = 0, apart = 1;
    bool operator==(const ScatterKey&) const = default;
};

struct OverlayMemory {
    Remembered<ScatterKey, std::vector<Pixel>> scatter;
    Remembered<FieldKey, std::shared_ptr<const FieldStrokes>> arrows;
    Remembered<FieldKey, std::vector<FieldLabel>> labels;
    Remembered<SaddleKey, std::vector<Point>> saddles;

    void end_frame() {
        scatter.end_frame();
        arrows.end_frame();
        labels.end_frame();
        saddles.end_frame();
    }
};

}  // namespace ravine
