  def cross_entropy(self: __torch__.Kernels, logits: Tensor, labels: Tensor, smoothing: float) -> List[Tensor]:
    log_probabilities = torch.log_softmax(logits, -1)
    nll = torch.nll_loss(log_probabilities, labels, None, 2, -100)
    even = torch.neg(torch.mean(log_probabilities, [-1]).sum())
    loss = torch.add(torch.mul(nll, torch.sub(1., smoothing)), torch.mul(even, smoothing))
    return [loss, torch.detach(nll)]
  def output_cross_entropy(self: __torch__.Kernels, states: Tensor, weight: Tensor, bias: Optional[Tensor], labels: Tensor, smoothing: float, gradients: bool, rows: int) -> List[Tensor]:
    x = torch.detach(states)
    w = torch.detach(weight)
    b = torch.zeros([torch.size(w, 0)], dtype=6)
    if torch.__isnot__(bias, None):
      b = torch.detach(unchecked_cast(Tensor, bias))
    else:
      pass
    words = float(torch.size(w, 0))
    states_gradient = torch.empty_like(x)
    weight_gradient = torch.zeros_like(w)
    bias_gradient = torch.zeros_like(b)
    nll = torch.zeros([], dtype=7)
    even = torch.zeros([], dtype=7)
    xs = torch.split(x, rows)
    ys = torch.split(labels, rows)
    gs = torch.split(states_gradient, rows)
    for i in range(torch.len(xs)):
      part = xs[i]
      picked = torch.unsqueeze(ys[i], 1)
      scores = torch.addmm(b, part, torch.t(w))
      logs = torch.log_softmax(scores, 1, out=scores)
      torch.sub_(nll, torch.sum(torch.gather(logs, 1, picked)))
      torch.sub_(even, torch.sum(logs))
      if gradients:
        slope = torch.exp_(logs)
        torch.sub_(slope, torch.div(smoothing, words))
        ones = torch.full([torch.size(part, 0), 1], torch.sub(smoothing, 1.))
        torch.scatter_add_(slope, 1, picked, ones)
        torch.mm(slope, w, out=gs[i])
        torch.addmm_(weight_gradient, torch.t(slope), part)
        torch.add_(bias_gradient, torch.sum(slope, [0]))
      else:
        pass
    value = torch.to(torch.add(torch.mul(nll, torch.sub(1., smoothing)), torch.mul(even, torch.div(smoothing, words))), 6)
    carried = torch.add(torch.sum(torch.mul(states, states_gradient)), torch.sum(torch.mul(weight, weight_gradient)))
    if torch.__isnot__(bias, None):
      carried0 = torch.add(carried, torch.sum(torch.mul(unchecked_cast(Tensor, bias), bias_gradient)))
    else:
      carried0 = carried
    loss = torch.add(torch.sub(carried0, torch.detach(carried0)), value)
    return [loss, torch.to(nll, 6)]
  def r_drop(self: __torch__.Kernels, logits: Tensor, loss: Tensor, weight: float) -> Tensor:
    logs = torch.chunk(torch.log_softmax(logits, -1), 2, 0)
    p = torch.exp(logs[0])
    q = torch.exp(logs[1])
    apart = torch.sum(torch.mul(torch.sub(p, q), torch.sub(logs[0], logs[1])))
    return torch.add(torch.mul(loss, 0.5), torch.mul(apart, torch.div(weight, 4.)))
