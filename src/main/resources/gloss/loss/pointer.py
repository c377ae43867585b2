  def pointer_loss(self: __torch__.Kernels, logits: Tensor, gates: Tensor, logs: Tensor, sources: Tensor, labels: Tensor, again: Tensor, counts: Tensor, smoothing: float, coverage: float) -> List[Tensor]:
    words = torch.log_softmax(torch.to(logits, 6), -1)
    beyond = torch.ge(labels, torch.size(words, 1))
    picked = torch.unsqueeze(torch.masked_fill(labels, beyond, 0), 1)
    own = torch.masked_fill(torch.squeeze(torch.gather(words, 1, picked), 1), beyond, -1e+30)
    hits = torch.eq(sources, torch.unsqueeze(labels, 1))
    # −1e30 is finite, so that no gradient is 0 · ∞; sums of logarithms never take that of 0.
    copied = torch.logsumexp(torch.masked_fill(logs, torch.logical_not(hits), -1e+30), [1])
    total = torch.logaddexp(torch.log_sigmoid(gates) + own, torch.log_sigmoid(torch.neg(gates)) + copied)
    nll = torch.neg(torch.dot(total, counts))
    loss = nll
    if smoothing > 0.:
      loss = (1. - smoothing) * nll - smoothing * torch.dot(torch.mean(words, [1]), counts)
    if coverage > 0.:
      loss = loss + coverage * torch.dot(again, counts)
    return [loss, torch.detach(nll)]
