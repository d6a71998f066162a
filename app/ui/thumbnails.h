// The pictures of objectives, computed in the background and kept as long as the program runs.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/figure/memory.h"

namespace ravine {

class Thumbnails {
public:
    struct Request {
        Objective objective;
        int columns = 0, rows = 0;  ///< device pixels, at least 1
        Levels levels = Levels::log;
        bool operator==(const Request&) const = default;
    };

    /// `arrived` is called for every picture that is ready, on the thread that computes them.
    explicit Thumbnails(std::function<void()> arrived) : arrived_(std::move(arrived)) {}

    /// The levels of a picture, or null until they are there: who asks for the first time has them computed.
    std::shared_ptr<const LevelGrid> levels(const Request& request);
    /// The colours of pictures. Equal keys give the same pointer.
    std::shared_ptr<const FieldStyle> style(const FigureMemory::StyleKey& key) { return styles_.style(key); }

private:
    struct Picture {
        Request request;
        std::shared_ptr<const LevelGrid> grid;  ///< null: on its way
    };

    void compute(const std::stop_token& stop);

    std::function<void()> arrived_;
    FigureMemory styles_;  // never told of frames, it forgets nothing
    std::mutex mutex_;     // guards the two lists
    std::list<Picture> pictures_;
    std::deque<Picture*> wanted_;
    std::condition_variable_any work_;
    std::jthread worker_;  // started by the first request; ends before the others do
};

}  // namespace ravine
