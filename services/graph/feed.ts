// Notices in people's activity feed, for those whom a card of ours cannot reach. Sent once each: never repeated from here
// when the answer was lost.
import type { Caller } from './caller';
import { idIn } from './caller';
import type { Graph, GraphFeedNotice } from './port';

export function feedOf({ call }: Caller): Pick<Graph, 'notifyPerson' | 'notifyTeamMember'> {
  return {
    notifyPerson: async (aadObjectId, notice) => {
      await call({
        method: 'POST',
        path: `/users/${idIn(aadObjectId)}/teamwork/sendActivityNotification`,
        body: bodyOf(notice),
        needs: ['TeamsActivity.Send.User', 'TeamsActivity.Send'],
      });
    },
    notifyTeamMember: async (teamId, aadObjectId, notice) => {
      const recipient = { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId: aadObjectId };
      await call({
        method: 'POST',
        path: `/teams/${idIn(teamId)}/sendActivityNotification`,
        body: { ...bodyOf(notice), recipient },
        needs: ['TeamsActivity.Send.Group', 'TeamsActivity.Send'],
      });
    },
  };
}

function bodyOf({ activityType, preview, webUrl, topic, parameters }: GraphFeedNotice): object {
  return {
    topic: { source: 'text', value: topic, webUrl },
    activityType,
    previewText: { content: preview },
    templateParameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
  };
}
