// A field for a typed formula or rule. What is typed takes effect as soon as it makes sense; until then the field says what is
// wrong and where.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/expression/error.h"

namespace ravine {

struct Ui;

/// What is being typed, by field. Kept between frames.
struct Drafts {
    std::string keyboard;  ///< the field that takes the keyboard when it is next drawn; empty: none
    std::string formula;   ///< the formula that is being typed, as far as it makes sense; empty: none
    struct Draft {
        std::string accepted;  ///< the text that the draft started from, or that took effect last
        std::array<char, 4 * 4096 + 1> text{};
        std::optional<ExpressionError> error;
    };
    std::map<std::string, Draft, std::less<>> fields;
};

/// Draws the field, as wide as there is room. Gives the text where it was edited in this frame; the caller compiles it and says
/// through `report` what came of it.
class ExpressionField {
public:
    enum class Kind { line, statements };
    /// `current`: the text in effect. A draft that started from another is dropped: something else changed it.
    /// `width` in pixels.
    ExpressionField(Ui& ui, std::string_view id, const std::string& current, float width);

    /// Draws it. True where the text was edited.
    bool draw(Kind kind);
    /// Whether the text was edited in this frame.
    bool edited() const { return edited_; }
    std::string_view text() const { return draft_.text.data(); }

    /// Compiles what was typed, where it was edited; the result where it makes sense.
    template <class Typed>
    std::optional<Typed> compiled(Kind kind) {
        std::optional<Typed> result;
        edited_ = draw(kind);
        if (edited_) {
            try {
                result.emplace(text());
                draft_.accepted = text();
                draft_.error.reset();
            } catch (const ExpressionError& error) {
                draft_.error = error;
            }
        }
        show_error();
        return result;
    }

private:
    void show_error() const;
    void point_at_error() const;

    Ui& ui_;
    std::string id_;
    float width_;
    bool edited_ = false;
    Drafts::Draft& draft_;
};

}  // namespace ravine
