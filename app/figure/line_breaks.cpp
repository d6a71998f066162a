#include "app/figure/line_breaks.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ravine {
namespace {

/// Pieces wider than `room` cut between characters.
std::vector<Piece> narrow(const std::vector<Piece>& pieces, float room, const BreakRequest& request) {
    std::vector<Piece> out;
    for (const Piece& piece : pieces) {
        if (request.measure(piece.text) <= room) {
            out.push_back(piece);
            continue;
        }
        std::string_view rest = piece.text;
        bool first = true;
        while (!rest.empty()) {
            std::size_t size = first_character(rest);
            while (size < rest.size() && request.measure(rest.substr(0, size + first_character(rest.substr(size)))) <= room)
                size += first_character(rest.substr(size));
            Piece part = piece;
            part.text = rest.substr(0, size);
            part.gap = first && piece.gap;
            out.push_back(std::move(part));
            rest.remove_prefix(size);
            first = false;
        }
    }
    return out;
}

class Breaker {
public:
    Breaker(std::vector<Piece> pieces, const BreakRequest& request) : pieces_(std::move(pieces)), request_(request) {}

    std::vector<PlacedPiece> run() {
        float begin = request_.first;
        for (std::size_t first = 0; first < pieces_.size(); ++row_, begin = request_.indent) first = place_row(first, begin);
        return std::move(placed_);
    }

private:
    float gap(std::size_t i, std::size_t first) const { return i > first && pieces_[i].gap ? request_.blank : 0; }

    float row_end() const { return row_ == 0 ? request_.first_end : request_.width; }

    /// One row; gives the piece that the next begins with.
    std::size_t place_row(std::size_t first, float begin) {
        std::size_t end = first;
        float x = begin;
        while (end < pieces_.size()) {
            x += gap(end, first) + request_.measure(pieces_[end].text);
            if (x > row_end() && end > first) break;
            ++end;
        }
        if (end < pieces_.size()) end = best_break(first, begin, end);
        x = begin;
        for (std::size_t i = first; i < end; ++i) {
            x += gap(i, first);
            placed_.push_back({pieces_[i], x, row_});
            x += request_.measure(pieces_[i].text);
        }
        return end;
    }

    /// Before which of the pieces first + 1 .. end the row ends best: an operator outside of parentheses, not too near to the
    /// beginning.
    std::size_t best_break(std::size_t first, float begin, std::size_t end) const {
        std::size_t best = 0;
        int best_cost = 1000;
        float x = begin;
        for (std::size_t i = first; i <= end; ++i) {
            const bool near = x < begin + 0.35F * (row_end() - begin);
            const int here = cost(pieces_[i]) + (near ? 100 : 0);
            if (i > first && pieces_[i].is_operator() && here <= best_cost) best = i, best_cost = here;
            x += gap(i, first) + request_.measure(pieces_[i].text);
        }
        return best > first ? best : end;
    }

    static int cost(const Piece& p) { return 4 * p.depth + (p.kind == PieceKind::add ? 0 : 1) + (p.gap ? 0 : 2); }

    std::vector<Piece> pieces_;
    const BreakRequest& request_;
    std::vector<PlacedPiece> placed_;
    int row_ = 0;
};

}  // namespace

std::vector<PlacedPiece> broken(const std::vector<Piece>& pieces, const BreakRequest& request) {
    return Breaker(narrow(pieces, std::min(request.width, request.first_end) - request.indent, request), request).run();
}

}  // namespace ravine
