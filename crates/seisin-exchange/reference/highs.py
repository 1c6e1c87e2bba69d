"""Reference values for the search: the same instances as a mixed-integer program, solved by HiGHS.

    pip install highspy scipy
    cargo run --release -p seisin-exchange --example bench_search -- --export DIR
    python highs.py SECONDS DIR/*.txt

One binary variable a cell: whether it changes hands. Both territories are connected afterwards: a cell is in
a territory only if of every set of cells that parts it from the kept land behind at least one is in it too.
Such cuts are found by least cuts in the relaxation, until it breaks none.

Where NAME.answer stands beside NAME.txt (the cells the search found), its people are an upper limit: HiGHS is
asked for an exchange of at least one person less, variables that the relaxation's reduced costs rule out are
fixed, and what it finds that falls apart is cut off and the program solved again. Where HiGHS proves that there
is none, the answer is the best there is; where it finds one that hangs together, that takes its place. Without
an answer it starts from nothing. Beyond 500 cells that ends too late: there a unit of flow to each cell
keeps what is found connected, and HiGHS starts from the answer.

Only people are minimised: they are whole numbers, and the line's weight is half a person at most.
Prints name,value,bound,seconds; a value less than a person above its bound is the proven optimum.
"""
import os, sys, time
import highspy
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

SCALE = 1_000_000
STATUS = highspy.HighsModelStatus


def read(path):
    side, area, people, role, borders = [], [], [], [], []
    for line in open(path):
        f = line.split()
        if f[0] == "cell":
            side.append(int(f[1])); area.append(float(f[2])); people.append(float(f[3])); role.append(f[4])
        elif f[0] == "border":
            borders.append((int(f[1]), int(f[2]), float(f[3])))
        else:
            wanted = [float(x) for x in f[1:]]
    return side, area, people, role, borders, wanted


class Program:
    def __init__(self, instance):
        self.side, self.area, self.people, self.role, self.borders, self.wanted = instance
        self.n = len(self.side)
        self.h = highspy.Highs()
        self.h.setOptionValue("output_flag", False)
        self.h.setOptionValue("threads", 2)
        low, high, least0, least1, self.person, self.km = self.wanted
        self.lo = [1.0 if r == "demanded" else 0.0 for r in self.role]
        self.hi = [0.0 if r == "kept" else 1.0 for r in self.role]
        self.cols = 0
        self.near = [[] for _ in range(self.n)]
        for i in range(self.n):
            self.var(self.person * self.people[i], self.lo[i], self.hi[i])
        for a, b, _ in self.borders:
            self.near[a].append(b); self.near[b].append(a)
        first = [(i, self.area[i]) for i in range(self.n) if self.side[i] == 0 and self.hi[i]]
        second = [(i, self.area[i]) for i in range(self.n) if self.side[i] == 1 and self.hi[i]]
        self.row(least0, np.inf, first); self.row(least1, np.inf, second)
        self.row(0, np.inf, first + [(i, -low * a) for i, a in second])
        self.row(-np.inf, 0, first + [(i, -high * a) for i, a in second])
        self.cuts = set()
        # Every cell as two nodes, in and out; arcs over borders from out to in.
        rows, cols = [], []
        for i in range(self.n):
            rows.append(i); cols.append(self.n + i)
            for j in self.near[i]:
                rows.append(self.n + i); cols.append(j)
        self.rows, self.to = np.array(rows), np.array(cols)
        self.inner = self.to == self.rows + self.n

    def var(self, cost, lo, hi):
        self.h.addCol(cost, lo, hi, 0, np.array([], dtype=np.int32), np.array([]))
        self.cols += 1
        return self.cols - 1

    def row(self, lo, hi, terms):
        self.h.addRow(lo, hi, len(terms), np.array([t[0] for t in terms], dtype=np.int32),
                      np.array([float(t[1]) for t in terms]))

    def root(self, territory):
        return self.n - 2 + territory

    def cut(self, territory, i, between):
        """y[i] <= the sum of y over the cells between, with y = x for the other side's cells and 1 - x for its own."""
        key = (territory, i, tuple(between))
        if key in self.cuts:
            return 0
        self.cuts.add(key)
        terms, right = [], 0.0
        for j, sign in [(i, -1.0)] + [(j, 1.0) for j in between]:
            if self.side[j] != territory:
                terms.append((j, sign))
            else:
                terms.append((j, -sign)); right -= sign
        self.row(right, np.inf, terms)
        return 1

    def separate(self, x, most, until, slack=0.01):
        """Adds cuts that these values break: both of each least cut, one group of cells at a time; how many."""
        added, n = 0, self.n
        for territory in (0, 1):
            root, own = self.root(territory), 0
            y = np.array([x[i] if self.side[i] != territory else 1 - x[i] for i in range(n)])
            capacity = np.full(len(self.rows), 10 * SCALE, dtype=np.int32)
            capacity[self.inner] = np.maximum(0, np.round(y[self.rows[self.inner]] * SCALE)).astype(np.int32) + 1
            capacity[(self.rows == root) & self.inner] = 1_000 * SCALE
            network = csr_matrix((capacity, (self.rows, self.to)), shape=(2 * n, 2 * n), dtype=np.int32)
            done = np.zeros(n, bool)
            for i in sorted(range(n), key=lambda i: -y[i]):
                if own >= most or time.time() > until:
                    break
                if i == root or y[i] < slack or root in self.near[i] or done[i]:
                    continue
                # Own land whose neighbours are all wholly its side's is connected where they are.
                if self.side[i] == territory and all(y[j] > 0.999999 for j in self.near[i]):
                    continue
                flow = maximum_flow(network, root, i)
                if flow.flow_value >= (y[i] - slack) * SCALE:
                    continue
                left = network - flow.flow
                left.data = (left.data > 0).astype(np.int32); left.eliminate_zeros()
                near_root, near_cell = np.zeros(2 * n, bool), np.zeros(2 * n, bool)
                near_root[breadth_first_order(left, root, return_predecessors=False)] = True
                near_cell[breadth_first_order(left.T.tocsr(), i, return_predecessors=False)] = True
                for between in ([j for j in range(n) if near_root[j] and not near_root[n + j]],
                                [j for j in range(n) if near_cell[n + j] and not near_cell[j]]):
                    if root not in between and i not in between:
                        own += self.cut(territory, i, between)
                done |= near_cell[:n] & near_cell[n:]
            added += own
        return added

    def relax(self, until, limit=None):
        """The relaxation with all cuts that can be found before then; variables that would cost more than the
        limit by their reduced cost are fixed. The bound."""
        bound = -np.inf
        while time.time() < until:
            self.h.run()
            if self.h.getModelStatus() == STATUS.kInfeasible:
                return np.inf
            if self.h.getModelStatus() != STATUS.kOptimal:
                break
            bound = self.h.getInfo().objective_function_value
            solution = self.h.getSolution()
            x, reduced = np.array(solution.col_value), np.array(solution.col_dual)
            for i in range(self.n if limit is not None else 0):
                if self.lo[i] == self.hi[i]:
                    continue
                if x[i] < 1e-9 and bound + reduced[i] > limit:
                    self.fix(i, 0.0)
                elif x[i] > 1 - 1e-9 and bound - reduced[i] > limit:
                    self.fix(i, 1.0)
            if self.separate(x, 60, until) == 0:
                break
        return bound

    def fix(self, i, value):
        self.lo[i] = self.hi[i] = value
        self.h.changeColBounds(i, value, value)

    def whole(self):
        for i in range(self.n):
            self.h.changeColIntegrality(i, highspy.HighsVarType.kInteger)

    def loose(self, x):
        """Pieces of a territory that do not contain its kept land behind."""
        after = [self.side[i] ^ (1 if x[i] > 0.5 else 0) for i in range(self.n)]
        seen, pieces = [False] * self.n, []
        for s in [self.root(0), self.root(1)] + list(range(self.n)):
            if seen[s]:
                continue
            seen[s] = True; piece = [s]
            for c in piece:
                for o in self.near[c]:
                    if not seen[o] and after[o] == after[s]:
                        seen[o] = True; piece.append(o)
            if s < self.n - 2:
                pieces.append((after[s], piece))
        return pieces

    def cost(self, x):
        """People and line of an exchange."""
        after = [self.side[i] ^ (1 if x[i] > 0.5 else 0) for i in range(self.n)]
        line = sum(km for a, b, km in self.borders if after[a] != after[b])
        people = sum(self.people[i] for i in range(self.n) if x[i] > 0.5)
        return self.person * people + self.km * line

    def run(self, until):
        self.h.setOptionValue("time_limit", max(1.0, until - time.time()) + self.h.getRunTime())
        self.h.run()
        info, x = self.h.getInfo(), self.h.getSolution().col_value
        value = info.objective_function_value if x and abs(info.objective_function_value) < 1e20 else None
        return (x if value is not None else None), info.mip_dual_bound


def by_cuts(instance, seconds, start):
    """Fewer people than the start, or the proof that there are none. Best value and bound."""
    until = time.time() + seconds
    p = Program(instance)
    best, people = None, None
    if start is not None:
        people = sum(p.people[i] for i in range(p.n) if start[i]) * p.person
        best = p.cost(start)
    limit = None if people is None else people - p.person + 1e-4
    bound = p.relax(time.time() + 0.5 * seconds, limit)
    p.whole()
    if people is not None:
        p.row(-np.inf, people - p.person, [(i, p.person * p.people[i]) for i in range(p.n) if p.hi[i] and p.people[i]])
    p.h.setOptionValue("mip_rel_gap", 0.0)
    p.h.setOptionValue("mip_abs_gap", 0.5 * p.person)
    while time.time() < until:
        x, own = p.run(until)
        if p.h.getModelStatus() == STATUS.kInfeasible:
            return best, max(bound, np.inf if people is None else people)
        bound = max(bound, own)
        if x is None or p.h.getModelStatus() != STATUS.kOptimal:
            break
        pieces = p.loose(x)
        if not pieces:
            return p.cost(x), bound
        for territory, piece in pieces:
            edge = sorted({o for c in piece for o in p.near[c]} - set(piece))
            for c in piece:
                p.cut(territory, c, edge)
        p.separate(x, 100, until)
    return best, bound


def by_flow(instance, seconds, start):
    """With flow, whatever is found is connected. Best value and bound."""
    until = time.time() + seconds
    p = Program(instance)
    bound = p.relax(time.time() + 0.3 * seconds)
    n = p.n
    for territory in (0, 1):
        root = p.root(territory)
        into, out = [[] for _ in range(n)], [[] for _ in range(n)]
        for a, b, _ in p.borders:
            for i, j in ((a, b), (b, a)):
                if j != root:
                    v = p.var(0, 0, n)
                    into[j].append(v); out[i].append(v)
        for c in range(n):
            if c == root:
                continue
            flow = [(v, 1) for v in into[c]] + [(v, -1) for v in out[c]]
            if p.side[c] != territory:
                p.row(0, 0, flow + [(c, -1)])
                p.row(-np.inf, 0, [(v, 1) for v in into[c]] + [(c, -n)])
            else:
                p.row(1, 1, flow + [(c, 1)])
                p.row(-np.inf, n, [(v, 1) for v in into[c]] + [(c, n)])
    p.whole()
    if start is not None:
        p.h.setSolution(n, np.arange(n, dtype=np.int32), np.array([float(s) for s in start]))
    x, own = p.run(until)
    sound = x is not None and not p.loose(x)
    return (p.cost(x) if sound else None), max(bound, own)


if __name__ == "__main__":
    seconds = float(sys.argv[1])
    for path in sys.argv[2:]:
        begin = time.time()
        instance = read(path)
        answer = path.removesuffix(".txt") + ".answer"
        start = None
        if os.path.exists(answer):
            given = {int(word) for word in open(answer).read().split()}
            start = [i in given for i in range(len(instance[0]))]
        how = by_cuts if len(instance[0]) < 500 else by_flow
        value, bound = how(instance, seconds, start)
        name = path.split("/")[-1].removesuffix(".txt")
        print(f"{name},{value},{bound},{time.time() - begin:.1f}", flush=True)
